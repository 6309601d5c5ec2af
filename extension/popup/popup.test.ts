// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ExtensionState } from '../../core/contract/messages/index.ts';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { OutboxEntry } from '../platform/outbox.ts';
import { ago } from '../words/say.ts';
import { copyText } from './copy-text.ts';
import { protectionOf } from './protection.ts';
import { type PopupData, popupContent } from './render.ts';

const me = {
  subject: 's',
  accountId: null,
  name: '<img src=x onerror=alert(1)>',
  email: 'e@acme.example',
  roles: ['member'],
  organization: { orgId: 'o', name: 'Acme' },
} as unknown as NonNullable<ExtensionState['me']>;
const policy = { version: 3, fetchedAt: '2026-11-21T08:00:00Z', blocked: [] };
const state = (more: Partial<ExtensionState> = {}): ExtensionState => ({
  serviceUrl: 'https://g.example',
  me,
  policy,
  service: 'reachable',
  waiting: 0,
  badges: { choice: 'all', managed: false },
  hostAccess: true,
  ...more,
});
const say = (more: Partial<ExtensionState>) => protectionOf(state(more), () => 'now');

const none = () => undefined;
const actions = {
  allowAccess: none,
  signIn: none,
  signOut: none,
  openOptions: none,
  openPanel: none,
  dismiss: none,
  retry: none,
  stop: none,
  copy: none,
  withdraw: none,
};
const shown = (data: Partial<PopupData>) => {
  document.body.replaceChildren(
    ...popupContent({ state: state(), requests: [], more: 0, kept: [], broken: [], ...data }, actions),
  );
  return document.body.textContent ?? '';
};
const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);

const body = {
  intent: 'invite',
  product: 'jira-software',
  container: 'OPS',
  siteHost: 'acme.atlassian.net',
  targets: [{ email: 'nina@x.example', accountId: null }],
  reason: 'Launch',
  stopId: 'K7QF-2M9D',
};
const kept = (more: object) =>
  ({
    seq: 1,
    kind: 'request',
    subject: 's',
    serviceUrl: 'https://g.example',
    at: new Date().toISOString(),
    refused: null,
    trouble: null,
    tried: false,
    body,
    ...more,
  }) as unknown as OutboxEntry;

describe('what the popup says about protection', () => {
  it('never says "protecting" without a policy', () => {
    for (const more of [{}, { me: null }, { serviceUrl: null }, { service: 'unreachable' as const }])
      expect(say({ policy: null, ...more })).toMatchObject({
        tone: 'bad',
        headline: expect.stringMatching(/^Not protecting/),
      });
  });

  it('goes on protecting without session or service, and says so', () => {
    expect(say({})).toMatchObject({ tone: 'good', headline: 'Protecting', detail: 'Policy 3, read now' });
    expect(say({ hostAccess: false })).toMatchObject({
      tone: 'bad',
      headline: 'Not protecting: access to Atlassian pages is off',
    });
    expect(say({ me: null }).detail).toContain('Sign in');
    expect(say({ service: 'unreachable' }).headline).toContain('unreachable');
  });
});

describe('the popup', () => {
  const request = {
    id: 'r',
    number: 12,
    state: 'denied',
    intent: 'invite',
    product: 'jira-software',
    siteHost: 'acme.atlassian.net',
    targets: [{ email: 'nina@outside.example', accountId: null, name: '<b>Nina</b>' }],
    reason: 'x',
    createdAt: new Date().toISOString(),
    decisionReason: '<script>no</script>',
    decidedBy: 'Ravi',
    grantFailure: null,
    byHand: null,
  } as unknown as OwnRequest;

  it('lists requests with number, state, for whom, and what IT said, as text', () => {
    const text = shown({ requests: [request] });
    for (const part of ['#12', 'Denied', 'Jira for <b>Nina</b>', 'Ravi: “<script>no</script>”', '<img src=x'])
      expect(text).toContain(part);
    expect(document.querySelector('script, b, img[src="x"]')).toBeNull();
  });

  it('says how many requests it leaves out', () => {
    expect(shown({ requests: [request], more: 12 })).toContain('Only 1 of 13 are shown: open ones first');
    expect(shown({ requests: [request] })).not.toContain('Only');
  });

  it('shows the note of an approval as it shows the reason of a denial, whatever became of it', () => {
    const approved = { ...request, decisionReason: '<b>Until May</b> only.' };
    for (const state of ['approved', 'granting', 'granted'] as const)
      expect(shown({ requests: [{ ...approved, state }] })).toContain('Ravi: “<b>Until May</b> only.”');
    const failed = shown({ requests: [{ ...approved, state: 'grant-failed', grantFailure: 'No seat is free.' }] });
    for (const part of ['Ravi: “<b>Until May</b> only.”', 'No seat is free.']) expect(failed).toContain(part);
    expect(document.querySelector('b')).toBeNull();
  });

  it('shows what IT wrote when it was done by hand', () => {
    const byHand = { by: 'Ada', note: '<b>Sent by mail.</b>' };
    const text = shown({ requests: [{ ...request, state: 'granted', decisionReason: null, byHand }] });
    for (const part of ['Granted', 'Ada: “<b>Sent by mail.</b>”']) expect(text).toContain(part);
    expect(document.querySelector('b')).toBeNull();
    expect(
      shown({ requests: [{ ...request, decisionReason: null, byHand: { by: 'Ada', note: null } }] }),
    ).not.toContain('Ada');
  });

  it('says what to do when there is nothing, nobody, or no address', () => {
    expect(shown({})).toContain('You have not asked IT for anything yet.');
    shown({ state: state({ me: null }) });
    expect(buttons()).toEqual(['Sign in', 'Options']);
    shown({ state: state({ me: null, policy: null, serviceUrl: null }) });
    expect(buttons()).toEqual(['Set the address', 'Options']);
  });

  it('offers the panel to staff only', () => {
    shown({});
    expect(buttons()).not.toContain('Open the review panel');
    shown({ state: state({ me: { ...me, roles: ['member', 'reviewer'] } }) });
    expect(buttons()).toContain('Open the review panel');
  });

  it('tells what waits and what was refused, with the words, until it is dismissed', () => {
    const entry = (seq: number, refused: string | null, kind = 'request', subject = 's') =>
      kept({ seq, kind, subject, refused });
    const text = shown({
      kept: [
        entry(1, null),
        entry(2, 'There is no such site.'),
        entry(3, null, 'intent'),
        entry(4, null, 'request', 'somebody-else'),
        entry(5, 'There is no such site.', 'request', 'somebody-else'),
      ],
    });
    expect(text).toContain('1 request is kept here');
    expect(text).toContain('One record of what was stopped is sent as soon as IT’s service takes it.');
    expect(text).toContain('was not accepted: There is no such site.');
    expect(text).toContain('One thing that somebody else kept here waits until they sign in again.');
    expect(buttons()).toEqual(expect.arrayContaining(['Try again', 'Copy', 'Dismiss']));
  });

  describe('a request that waits', () => {
    const at = new Date().toISOString();
    it('can be stopped, and says when that may be too late', () => {
      expect(shown({ kept: [kept({})] })).not.toContain('may have reached IT');
      expect(buttons()).toEqual(expect.arrayContaining(['Copy', 'Stop sending']));
      expect(shown({ kept: [kept({ tried: true })] })).toContain(
        'It may have reached IT already: stopping does not take that back.',
      );
    });

    it('shows what the service said last in place of taking it', () => {
      const text = shown({ kept: [kept({ tried: true, trouble: { at, why: 'Something broke.' } })] });
      expect(text).toContain('IT’s service answered just now: Something broke.');
    });

    it('is promised to be sent for whose it is, and for nobody else', () => {
      expect(shown({ state: state({ me: null }), kept: [kept({})] })).toContain(
        '1 request is kept here and sent once the person who asked is signed in and IT’s service takes it.',
      );
      shown({ kept: [kept({ subject: 'somebody-else' })] });
      expect(buttons()).not.toContain('Stop sending');
    });
  });

  it('says whose records become that were made while nobody was signed in', () => {
    expect(shown({ kept: [kept({ kind: 'intent', subject: null })] })).toContain(
      'One of them was made while nobody was signed in: recorded as of whoever signs in next.',
    );
  });

  it('shows what was kept and cannot be read any more, so that it can be copied', () => {
    const text = shown({
      broken: [{ kind: 'broken', seq: 7, subject: null, text: '{"reason":"x"}', why: 'body › reason: Too long.' }],
    });
    expect(text).toContain('cannot be read any more and is not sent (body › reason: Too long.)');
    expect(buttons()).toEqual(expect.arrayContaining(['Copy', 'Dismiss']));
    expect(buttons()).not.toContain('Try again');
  });

  it('copies a request as one would write it to IT, with all that it says', () => {
    const targets = [...body.targets, { email: null, accountId: null, text: 'eve@' }];
    const at = '2026-11-21T08:00:00Z';
    expect(copyText(kept({ at, refused: 'No.', body: { ...body, targets } })).split('\n')).toEqual([
      'Invite on acme.atlassian.net (2026-11-21T08:00:00Z)',
      'App: Jira',
      'Project or space: OPS',
      'For: nina@x.example, “eve@” (cannot be read)',
      'Reason: Launch',
      'Stop: K7QF-2M9D',
      'Not accepted: No.',
    ]);
    const little = { ...body, product: null, container: null, targets: [], stopId: undefined };
    expect(copyText(kept({ at, body: little }))).toBe(
      'Invite on acme.atlassian.net (2026-11-21T08:00:00Z)\nReason: Launch',
    );
    const record = {
      intent: 'join',
      product: null,
      siteHost: null,
      targets: 2,
      id: '00000000-0000-4000-8000-000000000001',
    };
    expect(copyText(kept({ kind: 'intent', at, body: record }))).toMatch(
      /^Join \(.*\)\nStop: [0-9A-Z]{4}-[0-9A-Z]{4}$/,
    );
  });

  it('says of each of several for whom it is, and where', () => {
    const omar = { ...body, product: null, targets: [{ email: 'omar@x.example', accountId: null }] };
    const text = shown({
      kept: [kept({}), kept({ seq: 2, body: omar }), kept({ seq: 3, refused: 'No seat.', body: omar })],
    });
    expect(text).toContain('A request of just now waits: Invite nina@x.example · Jira on acme.atlassian.net.');
    expect(text).toContain('A request of just now waits: Invite omar@x.example · acme.atlassian.net.');
    expect(text).toContain('just now (Invite omar@x.example · acme.atlassian.net) was not accepted: No seat.');
  });

  it('says nothing of it, and lets nothing be done, where nobody is signed in: it is counted', () => {
    const broken = { kind: 'broken' as const, seq: 3, subject: 's', text: '{"reason":"Launch"}', why: 'body' };
    const all = { kept: [kept({}), kept({ seq: 2, refused: 'There is no such site.' })], broken: [broken] };
    const text = shown({ state: state({ me: null }), ...all });
    expect(text).toContain('1 request is kept here and sent once the person who asked is signed in');
    expect(text).toContain('2 things that were kept here are not sent; whose it is sees why once they are signed in.');
    expect(text).not.toMatch(/nina|Launch|no such site/);
    expect(buttons()).toEqual(['Sign in', 'Options']);
    shown({ state: state({ me: { ...me, subject: 'liam' } }), ...all });
    expect(buttons()).toEqual(['Sign out', 'Options']);
    shown(all);
    expect(buttons().filter((name) => name === 'Copy')).toHaveLength(3);
  });

  it('only counts what was kept for another service, whoever is signed in there', () => {
    const text = shown({ kept: [kept({ serviceUrl: 'https://other.example' }), kept({ seq: 2, serviceUrl: null })] });
    expect(text).toContain('One thing is kept here for another service, and sent to no other.');
    expect(text).toContain('1 request is kept here');
    expect(buttons().filter((name) => name === 'Copy')).toHaveLength(1);
  });

  it('tells time in words', () => {
    const now = Date.parse('2026-11-21T08:00:00Z');
    expect(
      ['2026-11-21T07:59:30Z', '2026-11-21T07:55:00Z', '2026-11-20T08:00:00Z'].map((iso) => ago(iso, now)),
    ).toEqual(['just now', '5 minutes ago', 'yesterday']);
  });
});
