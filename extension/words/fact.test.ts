import { describe, expect, it } from 'vitest';
import { classify } from '../../core/identity/index.ts';
import { AccountId, CloudId, GroupId } from '../../core/ids.ts';
import { buildSnapshot, effectOf, effectOfDeed, type ImpactFacts, impactOf } from '../../core/licence/index.ts';
import { decide } from '../../core/policy/index.ts';
import { catalogues, sayFrom } from '../../core/words/index.ts';
import { factWords } from './fact.ts';
import { isDefault } from './rule.ts';
import { speak } from './say.ts';

/** As the catalogue has it, and as the core wrote it: the text is no help here. */
const said = (area: Parameters<typeof factWords>[0], fact: Parameters<typeof factWords>[1]): string =>
  factWords(area, { ...fact, text: 'as written' });

const account = {
  accountId: AccountId.parse('5b10ac8d82e05b22cc7d4ef5'),
  email: 'emma@acme.example',
  accountType: 'atlassian',
  claimStatus: 'managed',
  accountStatus: 'active',
  membershipStatus: 'active',
  invitationPending: false,
  isConfluenceGuest: false,
  isJiraGuest: false,
  isOrgAdmin: false,
  isProductAdmin: false,
} as unknown as Parameters<typeof classify>[0];
const acme = (verified: boolean) =>
  ({
    name: 'Acme',
    domains: verified ? [{ name: 'acme.example', status: 'verified' }] : [],
  }) as unknown as Parameters<typeof classify>[1];

describe('what the core says reads in English as its record', () => {
  const accounts = [
    { accountType: 'app' },
    { accountType: 'customer' },
    { accountType: null, claimStatus: null, accountId: 'qm:8f1c1a3e:42' },
    { email: null },
    { claimStatus: 'unmanaged' },
    { claimStatus: 'unmanaged', email: null },
    { claimStatus: null },
    { accountType: null, claimStatus: null, email: null },
    { accountStatus: 'closed' },
    { accountStatus: 'inactive', membershipStatus: 'suspended', invitationPending: true },
    { isConfluenceGuest: true, isJiraGuest: true, isOrgAdmin: true, isProductAdmin: true },
    { adminRoles: ['site-admin', 'user-access-admin', 'trusted-user'] },
  ];

  it.each(
    accounts.flatMap((more) => [true, false].map((verified) => [more, verified] as const)),
  )('identity %j, domain verified: %s', (more, verified) => {
    const { reasons } = classify({ ...account, ...more } as typeof account, acme(verified));
    for (const reason of reasons) expect(said(['identity'], reason)).toBe(reason.text);
  });

  const facts = {
    organizationName: 'Acme',
    product: 'jira-software',
    cloudId: CloudId.parse('5f6a0c2e-1111-4222-8333-444455556666'),
    siteHost: 'acme.atlassian.net',
    targets: [{ email: 'x@y.example', accountId: null, name: null, standing: 'new', identityType: 'external' }],
    aboutSeats: true,
    seats: { used: 100, total: 100, unlimited: false },
    plan: 'standard',
    priceBook: [],
    today: '2026-11-21',
  } as unknown as Parameters<typeof effectOf>[0];

  it.each([
    {},
    { plan: null },
    { product: null },
    { product: 'other:loom' },
    { aboutSeats: false },
    { seats: { used: null, total: null, unlimited: false } },
    { seats: { used: null, total: null, unlimited: false }, product: 'other:loom' },
    { targets: [] },
    { plan: 'free', seats: { used: 10, total: null, unlimited: false } },
  ])('cost and limits of %j', (more) => {
    const { cost, reasons } = effectOf({ ...facts, ...more } as typeof facts);
    if (!cost.known) expect(said(['cost', 'reason'], { ...cost, text: cost.why })).toBe(cost.why);
    for (const reason of reasons.filter(({ code }) => /cliff|over-limit|unknown-app/.test(code)))
      expect(said(['reason'], reason)).toBe(reason.text);
  });
});

/** Codes of a deed that nobody is told but in the sum of seats. */
const unsaid = new Set(['takes-seats', 'no-seat', 'no-seat-role', 'standing-unknown', 'seats-unknown']);

it.each<Partial<ImpactFacts>>([
  {},
  { gives: null },
  { gives: { groups: [GroupId.parse('jira'), GroupId.parse('ghost')], roles: [] } },
  { gives: { groups: [GroupId.parse('odd')], roles: [] } },
  { intent: 'create-invite-link', gives: { groups: [], roles: [] } },
  { intent: 'start-app' },
  { intent: 'change-plan' },
  { people: [], gives: { groups: [], roles: [] } },
])('reasons and cost of a deed read in English as its record: %j', (more) => {
  const cloudId = CloudId.parse('c1');
  const grant = (groupId: string, product: string, role: string) =>
    ({ groupId: GroupId.parse(groupId), product, cloudId, role, isDefault: true }) as never;
  const published = (product: string) =>
    ({ product, cloudId, seats: { used: 10, total: 10, unlimited: false } }) as never;
  const snapshot = buildSnapshot({
    accounts: [],
    groups: ['jira', 'odd'].map((id) => ({ id: GroupId.parse(id), name: id, synced: null })),
    grants: [
      grant('jira', 'confluence', 'user'),
      grant('jira', 'other:loom', 'user'),
      grant('odd', 'confluence', 'odd'),
    ],
    published: [published('confluence'), published('other:loom')],
    complete: true,
    suspendedKeepsSeat: 'no',
  });
  const impact = impactOf(snapshot, {
    intent: 'add-to-group',
    people: [{ accountId: null, email: 'x@y.example', identityType: 'external' }],
    gives: { groups: [GroupId.parse('jira')], roles: [] },
    plans: [],
    hosts: new Map([[cloudId, 'acme.atlassian.net']]),
    priceBook: [],
    apps: [],
    guard: null,
    today: '2026-11-21',
    ...more,
  });
  const { cost, reasons } = effectOfDeed({
    organizationName: 'Acme',
    cloudId,
    siteHost: 'acme.atlassian.net',
    targets: [],
    seats: { used: 9, total: 10, unlimited: false },
    product: 'jira-software',
    impact,
    planOf: ({ product }) => (product === 'confluence' ? 'free' : null),
  });
  if (!cost.known) expect(said(['cost', 'reason'], { ...cost, text: cost.why })).toBe(cost.why);
  for (const reason of reasons.filter(({ code }) => !unsaid.has(code)))
    expect(said(['reason'], reason)).toBe(reason.text);
});

it('leaves as it was written what no message has, or what came without its values', () => {
  expect(factWords(['reason'], { code: 'of-tomorrow', text: 'Something new.' })).toBe('Something new.');
  expect(factWords(['reason'], { code: 'over-limit', text: 'That is 1 more.' })).toBe('That is 1 more.');
  expect(factWords(['cost', 'reason'], { text: 'Nobody knows.' })).toBe('Nobody knows.');
});

it('names the app where there are several', () => {
  const reason = { code: 'over-limit', text: 'x', values: { over: 1, total: 100, ofProduct: 'confluence' } };
  expect(factWords(['reason'], reason)).toBe('Confluence: That is 1 more than the 100 seats bought.');
});

it('says an app nobody knows in the person’s language', () => {
  const german = { ...catalogues.en, 'app.the-unknown': 'die unbekannte App „{key}“' };
  speak(sayFrom(german, 'de'));
  expect(factWords(['reason'], { code: 'seat-unknown', text: 'x', values: { product: 'other:loom' } })).toContain(
    'die unbekannte App „loom“',
  );
  speak(sayFrom(catalogues.en, 'en-US'));
});

it('knows the default of a policy from a rule of it', () => {
  const policy = { version: 1, defaultOutcome: 'block', onUnknown: 'block', breakGlass: [], rules: [] };
  const asked = { intent: 'invite', actor: { accountId: null, roles: [], groups: [] }, targets: [], product: null };
  const decision = decide(
    { ...asked, cloudId: null, container: null, verifiedDomains: [], effect: null } as never,
    policy as never,
    '2026-11-27T12:00:00Z',
  );
  expect(decision.outcome).toBe('block');
  expect(isDefault(decision)).toBe(true);
  expect(isDefault({ reasons: [{ code: 'rule', text: 'Rule "x" applies.' }] })).toBe(false);
});
