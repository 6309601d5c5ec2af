import { AccountId, CloudId, GroupId, OrgId, RequestId } from '../ids.ts';
import type { Person } from './person.ts';
import type { AccessRequest } from './request.ts';

/** A person with an account and an address of their own, for tests. */
export const examplePerson = (name: string, more: Partial<Person> = {}): Person => ({
  subject: name,
  accountId: AccountId.parse(`712020:${name}`),
  name,
  email: `${name}@acme.example`,
  ...more,
});

/** Emma asks for Nina, for tests. */
export const exampleRequest = (more: Partial<AccessRequest> = {}): AccessRequest => ({
  id: RequestId.parse('r1'),
  orgId: OrgId.parse('o1'),
  number: 7,
  state: 'submitted',
  intent: 'invite',
  product: 'jira-software',
  cloudId: CloudId.parse('c1'),
  siteHost: 'acme.atlassian.net',
  requester: examplePerson('emma'),
  targets: [
    {
      email: 'nina@acme.example',
      accountId: AccountId.parse('712020:nina'),
      name: null,
      standing: 'new',
      identityType: 'managed',
    },
  ],
  reason: 'why',
  ruleIds: [],
  ruleName: 'rule',
  policyVersion: 1,
  effect: {
    product: 'jira-software',
    cloudId: CloudId.parse('c1'),
    siteHost: 'acme.atlassian.net',
    targets: [],
    seats: { used: null, total: null, unlimited: false },
    seatsTaken: null,
    seatsAfter: { used: null, total: null, unlimited: false },
    cost: { known: false, why: 'x' },
    payer: 'Acme',
    reasons: [],
    confidence: 'unknown',
  },
  group: { id: GroupId.parse('g'), name: 'users' },
  createdAt: '2026-11-21T09:00:00Z',
  updatedAt: '2026-11-21T09:00:00Z',
  decision: null,
  grant: { attempts: 0, failure: null, nextAttemptAt: null },
  byHand: null,
  ...more,
});
