import type { DirectoryStatus, PersonRow } from '../../core/contract/routes/directory.ts';
import { Me } from '../../core/contract/routes/session.ts';
import { AccountId, CloudId, GroupId, RequestId } from '../../core/ids.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
import { exampleEffect, exampleRequest, exampleTarget } from '../tools/request-fixture.ts';

const acme = CloudId.parse('5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11');
const labs = CloudId.parse('91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22');
const id = (n: number) =>
  AccountId.parse(`712020:3d1f0a52-${String(n).padStart(4, '0')}-4e11-8a01-${String(n).padStart(12, '0')}`);

/** A display name that is an attack wherever it is taken for markup. */
export const HOSTILE = '<img src=x onerror=alert(1)>';

export const me: Me = Me.parse({
  subject: 'ravi',
  accountId: id(2),
  name: 'Ravi Shah',
  email: 'ravi.shah@acme.example',
  roles: ['reviewer', 'member'],
  organization: { orgId: '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01', name: 'Acme' },
});

const jira = { product: 'jira-software', cloudId: acme, siteHost: 'acme.atlassian.net' } as const;
const confluence = { product: 'confluence', cloudId: acme, siteHost: 'acme.atlassian.net' } as const;
const group = (name: string) => ({ id: GroupId.parse(name), name });

const person = (
  n: number,
  name: string,
  email: string | null,
  identity: Omit<PersonRow['identity'], 'accountId'>,
  more: Partial<Pick<PersonRow, 'seats' | 'groups'>> = {},
): PersonRow => ({
  identity: { accountId: id(n), ...identity },
  name,
  email,
  emailInLetters: null,
  seats: [],
  groups: [],
  seatsKnown: true,
  groupsKnown: true,
  ...more,
});

const managed: Omit<PersonRow['identity'], 'accountId'> = {
  type: 'managed',
  subStates: [],
  reasons: ['acme.example is verified and Acme has claimed this account.'],
  label: 'Managed',
};

export const examplePeople: readonly PersonRow[] = [
  person(1, 'Emma Berg', 'emma.berg@acme.example', managed, {
    seats: [jira, confluence],
    groups: ['everyone-acme', 'idp-engineering'].map(group),
  }),
  person(2, 'Ravi Shah', 'ravi.shah@acme.example', managed, {
    seats: [jira, confluence],
    groups: ['everyone-acme', 'jira-admins-acme', 'jira-users-acme', 'confluence-users-acme'].map(group),
  }),
  person(6, 'Noor Haddad', 'noor.haddad@acme.example', managed, {
    seats: [confluence],
    groups: [group('confluence-users-acme')],
  }),
  person(
    7,
    'Pat Moreau',
    'pat.moreau@partner.example',
    {
      type: 'external',
      subStates: [],
      reasons: ['partner.example is not a verified domain of Acme.'],
      label: 'External',
    },
    { seats: [jira], groups: [group('external-partners')] },
  ),
  person(8, 'Una Clay', 'una.clay@acme.example', {
    type: 'external',
    subStates: ['unclaimed'],
    reasons: ['acme.example is verified, but Acme has not claimed this account.'],
    label: 'Unclaimed',
  }),
  person(9, 'Cora Lind', null, {
    type: 'portal-only',
    subStates: [],
    reasons: ['This is a portal-only customer, not an Atlassian account. It takes no seat.'],
    label: 'Portal-only',
  }),
  person(10, 'Deploy Bot', null, {
    type: 'app',
    subStates: [],
    reasons: ['This is an app or bot account. It takes no seat.'],
    label: 'App',
  }),
  person(11, 'Dan Ferro', 'dan.ferro@acme.example', {
    ...managed,
    subStates: ['deactivated'],
    label: 'Deactivated',
    reasons: [...managed.reasons, 'The account is deactivated and cannot sign in.'],
  }),
  person(15, HOSTILE, 'eve@hostile.example', {
    type: 'external',
    subStates: [],
    reasons: ['hostile.example is not a verified domain of Acme.'],
    label: 'External',
  }),
];

const seats = (used: number | null, total: number | null) => ({ used, total, unlimited: false });

export const exampleSites = [
  { cloudId: acme, host: 'acme.atlassian.net' },
  { cloudId: labs, host: 'acme-labs.atlassian.net' },
];

export const exampleDirectory: DirectoryStatus = {
  state: 'ready',
  finishedAt: new Date(Date.now() - 4 * 60_000).toISOString(),
  accounts: 250,
  groups: 9,
  failure: null,
  domains: [{ name: 'acme.example', status: 'verified' }],
  seats: [
    { ...jira, seats: seats(98, 100) },
    { product: 'jira-servicedesk', cloudId: acme, siteHost: 'acme.atlassian.net', seats: seats(3, 5) },
    { ...confluence, seats: seats(null, null) },
    { product: 'jira-software', cloudId: labs, siteHost: 'acme-labs.atlassian.net', seats: seats(9, 10) },
  ],
};

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A request as the service would file it; `number` makes it its own. */
export function request(number: number, change: Partial<AccessRequest> = {}, ageInMinutes = number * 7): AccessRequest {
  const createdAt = minutesAgo(ageInMinutes);
  return exampleRequest({
    id: RequestId.parse(`request-${number}`),
    number,
    createdAt,
    updatedAt: createdAt,
    ...change,
  });
}

/** A morning's queue: one of everything a reviewer meets. */
export const morning = (): AccessRequest[] => [
  request(
    1,
    { targets: [exampleTarget({ email: 'kim.doe@agency.example' })], reason: 'Kim reviews the contract pages.' },
    190,
  ),
  request(
    2,
    {
      intent: 'request-access',
      product: 'confluence',
      reason: 'I moved to the handbook team.',
      requester: { subject: 'noor', accountId: id(6), name: 'Noor Haddad', email: 'noor.haddad@acme.example' },
      targets: [
        exampleTarget({
          email: 'noor.haddad@acme.example',
          accountId: id(6),
          name: 'Noor Haddad',
          standing: 'without-seat',
          identityType: 'managed',
        }),
      ],
      ruleName: 'Access goes through IT',
      effect: exampleEffect({
        product: 'confluence',
        seats: seats(null, null),
        seatsAfter: seats(null, null),
        cost: { known: false, why: 'The number of Confluence seats in use is not known.' },
        reasons: [
          { code: 'takes-seats', text: 'This takes 1 Confluence seat on acme.atlassian.net.' },
          { code: 'seats-unknown', text: 'How many Confluence seats are in use is not known.' },
        ],
        confidence: 'unknown',
      }),
    },
    95,
  ),
  request(
    3,
    {
      intent: 'add-to-project',
      siteHost: 'acme-labs.atlassian.net',
      cloudId: labs,
      reason: 'Two people from the agency join the prototype for a week.',
      targets: [exampleTarget({ email: 'a.one@agency.example' }), exampleTarget({ email: 'b.two@agency.example' })],
      effect: exampleEffect({
        siteHost: 'acme-labs.atlassian.net',
        seats: seats(9, 10),
        seatsTaken: 2,
        seatsAfter: seats(11, 10),
        reasons: [
          { code: 'takes-seats', text: 'This takes 2 Jira seats on acme-labs.atlassian.net.' },
          { code: 'free-plan-cliff', text: 'The free plan ends at 10 users: one more starts a paid trial.' },
        ],
      }),
    },
    42,
  ),
  request(
    4,
    {
      intent: 'invite',
      reason: `Please add ${HOSTILE} to our board.`,
      requester: { subject: 'pat', accountId: id(7), name: 'Pat Moreau', email: 'pat.moreau@partner.example' },
      targets: [
        exampleTarget({
          email: 'eve@hostile.example',
          accountId: id(15),
          name: HOSTILE,
          standing: 'without-seat',
          identityType: 'external',
        }),
      ],
    },
    11,
  ),
  request(5, {}, 2),
];
