import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { somebody } from '../../core/identity/index.ts';
import { RequestState } from '../../core/requests/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { ownRequest, signedIn } from '../../tests/tools/own-request-fixture.ts';
import { asked } from './asked.ts';
import { outbox } from './records.ts';

const serviceUrl = 'https://gatehouse.example.com';
const people = (...written: string[]) => written.flatMap((text) => somebody(text) ?? []);
const act = {
  intent: 'invite',
  product: 'jira-software',
  siteHost: 'acme.atlassian.net',
  targets: people('Eve@outside.example'),
} as const;

let local: ReturnType<typeof installFakeBrowser>['fake']['storage']['local'];
beforeEach(async () => {
  local = installFakeBrowser().fake.storage.local;
  await local.set({ serviceUrl });
  await signedIn(serviceUrl);
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
});
const known = (change: object, subject = 'emma') => {
  const request = { ...ownRequest(), ...act, number: 12, ...change };
  const targets = request.targets.map((target) => ({ ...ownRequest().targets[0], ...target }));
  return local.set({ requests: { subject, serviceUrl, etag: null, requests: [{ ...request, targets }] } });
};

it.each(RequestState.options)('tells of a request that is %s as long as it is open', async (state) => {
  await known({ state });
  const isOpen = ['submitted', 'in-review', 'approved', 'granting', 'grant-failed'].includes(state);
  expect(await asked(act)).toEqual(isOpen ? { number: 12, state } : null);
});

it.each([
  ['another app', { product: 'confluence' }, act],
  ['another site', { siteHost: 'labs.atlassian.net' }, act],
  ['another act', { intent: 'join' }, act],
  ['fewer people', {}, { ...act, targets: people('eve@outside.example', 'liam@acme.example') }],
  ['more people', { targets: people('eve@outside.example', 'liam@acme.example') }, act],
  ['nobody', { targets: [] }, { ...act, targets: [] }],
  ['an app nobody named', { product: null }, { ...act, product: null }],
  ['a site nobody named', { siteHost: null }, { ...act, siteHost: null }],
  ['people nobody could read', { targets: people('eve outside') }, { ...act, targets: people('eve outside') }],
])('takes no request about %s for the same', async (_what, change, wanted) => {
  await known(change);
  expect(await asked(wanted)).toBeNull();
});

it('knows the host and the address in any spelling, and nothing of what somebody else asked', async () => {
  await known({ siteHost: 'ACME.atlassian.net.' });
  expect(await asked(act)).toMatchObject({ number: 12 });
  await known({}, 'liam');
  expect(await asked(act)).toBeNull();
});

it('tells of what is kept and not sent yet, of the same person for the same service', async () => {
  const keep = (subject: string, at: string) =>
    outbox.add({
      kind: 'request',
      key: crypto.randomUUID(),
      at: '2026-11-21T08:00:00Z',
      subject,
      serviceUrl: at,
      body: {
        ...act,
        targets: [...act.targets],
        cloudId: null,
        container: null,
        reason: 'x',
        ruleIds: [],
        ruleName: 'x',
        policyVersion: 1,
      },
    });
  await keep('liam', serviceUrl);
  await keep('emma', 'https://gatehouse.other.example');
  expect(await asked(act)).toBeNull();
  await keep('emma', serviceUrl);
  expect(await asked(act)).toEqual({ number: null, state: null });
});
