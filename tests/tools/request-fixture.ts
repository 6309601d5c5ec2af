import { AccountId, CloudId, GroupId, OrgId, RequestId, RuleId } from '../../core/ids.ts';
import type { Effect, Target } from '../../core/licence/index.ts';
import type { AccessRequest, Person } from '../../core/requests/index.ts';

/** Builders for tests: a complete value of which each test names only what it is about. */
export const exampleTarget = (change: Partial<Target> = {}): Target => ({
  email: 'nina.new@outside.example',
  accountId: null,
  name: null,
  standing: 'new',
  identityType: 'unknown',
  ...change,
});

/** A person with an account and an address of their own. */
export const examplePerson = (name: string, change: Partial<Person> = {}): Person => ({
  subject: name,
  accountId: AccountId.parse(`712020:${name}`),
  name,
  email: `${name}@acme.example`,
  ...change,
});

const cloudId = CloudId.parse('5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11');

export const exampleEffect = (change: Partial<Effect> = {}): Effect => ({
  product: 'jira-software',
  cloudId,
  siteHost: 'acme.atlassian.net',
  targets: [exampleTarget()],
  seats: { used: 98, total: 100, unlimited: false },
  seatsTaken: 1,
  seatsAfter: { used: 99, total: 100, unlimited: false },
  cost: {
    known: true,
    amount: '8.00',
    currency: 'USD',
    period: 'month',
    source: 'example price book',
    verified: false,
  },
  payer: 'Acme',
  reasons: [{ code: 'takes-seats', text: 'This takes 1 Jira seat on acme.atlassian.net.' }],
  confidence: 'exact',
  lines: [],
  ...change,
});

export const exampleRequest = (change: Partial<AccessRequest> = {}): AccessRequest => ({
  id: RequestId.parse('request-1'),
  orgId: OrgId.parse('2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01'),
  number: 1,
  state: 'in-review',
  intent: 'share-with-new-person',
  product: 'jira-software',
  cloudId,
  siteHost: 'acme.atlassian.net',
  siteChosenBy: null,
  container: null,
  requester: {
    subject: 'emma',
    accountId: AccountId.parse('712020:3d1f0a52-0001-4e11-8a01-000000000001'),
    name: 'Emma Berg',
    email: 'emma.berg@acme.example',
  },
  targets: [exampleTarget()],
  reason: 'Nina designs the launch page and needs to see the epic.',
  ruleIds: [RuleId.parse('no-invites')],
  ruleName: 'IT adds new people',
  policyVersion: 1,
  effect: exampleEffect(),
  group: { id: GroupId.parse('external-partners'), name: 'external-partners' },
  createdAt: '2026-11-21T08:00:00.000Z',
  updatedAt: '2026-11-21T08:00:00.000Z',
  decision: null,
  grant: { attempts: 0, failure: null, nextAttemptAt: null },
  byHand: null,
  ...change,
});
