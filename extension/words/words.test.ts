import { describe, expect, it } from 'vitest';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { AccountId, CloudId, RequestId } from '../../core/ids.ts';
import { type Effect, effectOf, type Target } from '../../core/licence/index.ts';
import { KnownProduct, productName } from '../../core/organization/index.ts';
import { Intent } from '../../core/policy/index.ts';
import { effectLines } from './effect.ts';
import { doing, todo } from './intent.ts';
import { listNames } from './list.ts';
import { listPeople } from './people.ts';
import { newsOf } from './request.ts';

const target = (email: string, standing: Target['standing']): Target => ({
  email,
  accountId: null,
  name: null,
  standing,
  identityType: 'unknown',
});

const effect = (targets: Target[], more: Partial<Parameters<typeof effectOf>[0]> = {}): Effect =>
  effectOf({
    organizationName: 'Acme',
    product: 'jira-software',
    cloudId: CloudId.parse('c'),
    siteHost: 'acme.atlassian.net',
    targets,
    aboutSeats: true,
    seats: { used: 98, total: 100, unlimited: false },
    plan: 'standard',
    priceBook: [
      {
        id: 'j',
        product: 'jira-software',
        plan: 'standard',
        currency: 'USD',
        period: 'month',
        mode: 'flat',
        bands: [{ from: 1, to: null, unitPrice: '8.60' }],
        source: 'list of 2026',
        validFrom: '2026-01-01',
        verified: false,
      },
    ],
    today: '2026-11-21',
    ...more,
  });
const text = (value: Effect) => effectLines(value).map(({ text }) => text);

describe('the effect in words', () => {
  it('says who is new, seats before and after, cost with its source, and who pays', () => {
    expect(text(effect([target('liam@acme.example', 'has-seat'), target('nina@outside.example', 'new')]))).toEqual([
      '1 of 2 people is new: nina@outside.example.',
      'Jira on acme.atlassian.net: 98 of 100 seats used → 99.',
      'About 8.60 USD a month more (price book: list of 2026, unverified). Acme pays.',
    ]);
  });

  it('tells existing people without a seat from new ones', () => {
    expect(text(effect([target('noor@acme.example', 'without-seat')]))[0]).toBe(
      'noor@acme.example has an account but no Jira seat yet.',
    );
  });

  it('says that no seat is taken', () => {
    expect(text(effect([target('liam@acme.example', 'has-seat')]))).toEqual(['No seat is taken.']);
  });

  it('says that no seat is taken only where none of any app is', () => {
    const line = { cloudId: CloudId.parse('c'), siteHost: 'acme.atlassian.net', payer: null };
    const seats = { used: 10, total: 20, unlimited: false };
    const confluence = (taken: number) => [
      { ...line, product: 'confluence' as const, before: seats, after: { ...seats, used: 10 + taken }, taken },
    ];
    const jira = effect([target('liam@acme.example', 'has-seat')]);
    expect(text({ ...jira, lines: confluence(1) as never })).toEqual([
      'Confluence on acme.atlassian.net: 10 of 20 seats used → 11.',
      expect.stringContaining('Acme pays.'),
    ]);
    expect(text({ ...jira, lines: confluence(0) as never })).toEqual(['No seat is taken.']);
  });

  it('says who cannot be read and who is new, also where the app is not known', () => {
    const eve = { ...target('', 'unknown'), email: null, text: 'eve@' };
    const lines = text(effect([eve, target('a@b.example', 'new')], { product: null }));
    expect(lines).toEqual([
      '1 of 2 people is new: a@b.example.',
      '“eve@” cannot be read: whether this person already has access is not known.',
      'Which app this is about is not known, nor are its seats and cost.',
    ]);
    expect(text(effect([target('a@b.example', 'without-seat')], { product: null }))[0]).toBe(
      'a@b.example has an account but no seat yet.',
    );
  });

  it('calls unknown what is unknown, never 0', () => {
    const lines = text(
      effect([target('x@y.example', 'unknown')], { seats: { used: null, total: null, unlimited: false } }),
    );
    expect(lines.join(' ')).toMatch(
      /Whether x@y.example already has access is not known.*how many seats are in use is not known.*What it costs is not known/,
    );
    expect(lines.join(' ')).not.toMatch(/\b0\b/);
  });

  it('names everybody who cannot be read, and counts everybody', () => {
    const nobody = { ...target('', 'unknown'), email: null };
    const [eve, kim, uncounted] = [
      { ...nobody, text: 'eve@' },
      { ...nobody, text: 'kim' },
      { ...nobody, more: null },
    ];
    expect(text(effect([eve]))[0]).toBe('“eve@” cannot be read: whether this person already has access is not known.');
    expect(text(effect([target('a@b.example', 'new'), eve, kim])).slice(0, 2)).toEqual([
      '1 of 3 people is new: a@b.example.',
      '“eve@” and “kim” cannot be read: whether these people already have access is not known.',
    ]);
    expect(text(effect([target('a@b.example', 'new'), uncounted])).slice(0, 2)).toEqual([
      'At least 1 person is new: a@b.example.',
      'Whether people Gatehouse cannot read already have access is not known.',
    ]);
    expect(text(effect([{ ...nobody, more: 1 }]))[0]).toBe('Whether 1 more person already has access is not known.');
    expect(text(effect([{ ...nobody, more: 4 }, target('a@b.example', 'new')]))[0]).toBe(
      '1 of 5 people is new: a@b.example.',
    );
    const many = [...'abcdefg'].map((letter) => ({ ...nobody, text: letter }));
    expect(text(effect(many))[0]).toMatch(/^“a”, “b”, “c”, “d”, “e” and 2 more cannot be read: /);
  });

  it('warns at the limit', () => {
    const over = effectLines(
      effect([target('a@b.example', 'new')], { seats: { used: 100, total: 100, unlimited: false } }),
    );
    expect(over.filter(({ tone }) => tone === 'warning').map(({ text }) => text)).toEqual([
      'That is 1 more than the 100 seats bought.',
    ]);
  });
});

describe('words', () => {
  it('name every product and every intent', () => {
    for (const product of KnownProduct.options) expect(productName(product)).not.toBe('');
    for (const intent of Intent.options) expect(`${doing(intent)} ${todo(intent)}`.length).toBeGreaterThan(8);
  });

  it('list names without end', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D']].map(listNames)).toEqual([
      'nobody',
      'A',
      'A and B',
      'A, B and C',
      'A, B and 2 others',
    ]);
  });

  it('list people whom nobody counted or read', () => {
    const named = (name: string) => ({ email: `${name}@b.example`, accountId: null, name });
    const [A, B, C, D] = [...'ABCD'].map(named) as [never, never, never, never];
    const more = (count: number | null) => ({ email: null, accountId: null, more: count });
    expect(
      [
        [A, B],
        [A, more(1)],
        [A, B, C, more(4)],
        [A, more(null)],
        [A, B, C, D, more(null)],
        [more(null)],
        [more(4)],
      ].map(listPeople),
    ).toEqual([
      'A and B',
      'A and 1 other',
      'A, B and 5 others',
      'A and people Gatehouse cannot read',
      'A, B, 2 others and people Gatehouse cannot read',
      'people Gatehouse cannot read',
      '4 more people',
    ]);
  });

  const request: OwnRequest = {
    id: RequestId.parse('r'),
    number: 12,
    state: 'granted',
    intent: 'share-with-new-person',
    product: 'jira-software',
    siteHost: 'acme.atlassian.net',
    targets: [{ ...target('nina@outside.example', 'new'), name: 'Nina' }],
    reason: 'x',
    ruleName: 'r',
    createdAt: '2026-11-21T08:00:00Z',
    updatedAt: '2026-11-21T08:00:00Z',
    decisionReason: null,
    decidedBy: 'Ravi Shah',
    grantFailure: null,
    byHand: null,
    invited: [],
  };

  it('tell the news of a request', () => {
    expect(newsOf(request, null)?.text).toBe('Request #12 was granted: Nina now has Jira.');
    expect(newsOf({ ...request, state: 'denied', decisionReason: 'Use the portal.' }, null)?.text).toBe(
      'Request #12 was denied: Use the portal.',
    );
    expect(newsOf({ ...request, byHand: { by: 'Ada', note: null } }, null)?.text).toBe(
      'Request #12 was granted: IT has done it.',
    );
    const own = { ...request, targets: [{ ...target('e@acme.example', 'new'), accountId: AccountId.parse('emma') }] };
    expect(newsOf(own, { email: 'other', accountId: 'emma' })?.text).toBe(
      'Request #12 was granted: you now have Jira.',
    );
    expect(newsOf({ ...request, state: 'in-review' }, null)).toBeNull();
  });

  it('do not say that somebody has an app who was only invited to it', () => {
    const invited = ['nina@outside.example'];
    const says = (more: object) => newsOf({ ...request, invited, ...more }, null)?.text;
    expect(says({})).toBe('Request #12 was granted: Nina was invited and gets Jira by accepting.');
    const liam = target('liam@acme.example', 'has-seat');
    expect(says({ targets: [...request.targets, liam] })).toBe(
      'Request #12 was granted: liam@acme.example now has Jira; Nina was invited and gets Jira by accepting.',
    );
    expect(newsOf({ ...request, invited }, { email: 'Nina@outside.example', accountId: null })?.text).toBe(
      'Request #12 was granted: you were invited and get Jira by accepting.',
    );
  });

  it('promises an app only where the act gives one, and starts a sentence with a capital', () => {
    const says = (more: object) => newsOf({ ...request, ...more }, null)?.text;
    expect(says({ state: 'approved', product: 'other:mystery' })).toBe(
      'Request #12 was approved. The unknown app "mystery" for Nina is being set up.',
    );
    const token = { intent: 'create-api-token' };
    expect(says({ ...token, state: 'approved' })).toBe('Request #12 was approved. IT is seeing to it.');
    expect(says(token)).toBe('Request #12 was granted.');
    expect(says({ ...token, state: 'grant-failed' })).toBe(
      'Request #12 was approved, but it is not done yet. IT knows.',
    );
    expect(says({ ...token, state: 'revoked' })).toBe('The time of request #12 is over.');
  });
});
