import { account, people } from './people.ts';
import type { CloudState, FakeAccount, FakeGroup } from './state.ts';

export { people } from './people.ts';

const acme = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const labs = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';

/** The demo organization's fixed names and ids. */
export const organization = {
  orgId: '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01',
  name: 'Acme',
  directoryId: '8d9a6f10-1b7e-4f51-8a37-5f2d0a4c7b02',
  sites: [
    { cloudId: acme, host: 'acme.atlassian.net', name: 'acme' },
    { cloudId: labs, host: 'acme-labs.atlassian.net', name: 'acme-labs' },
  ],
} as const;

const group = (
  id: string,
  description: string,
  grants: FakeGroup['grants'],
  more: Partial<FakeGroup> = {},
): FakeGroup => ({ id, name: id, description, grants, externalSynced: false, isDefault: false, ...more });

const groups: FakeGroup[] = [
  group('jira-users-acme', 'Jira on acme', [{ product: 'jira-software', cloudId: acme, role: 'user' }], {
    isDefault: true,
  }),
  group('confluence-users-acme', 'Confluence on acme', [{ product: 'confluence', cloudId: acme, role: 'user' }], {
    isDefault: true,
  }),
  group(
    'jira-servicedesk-users-acme',
    'Agents on acme',
    [{ product: 'jira-servicedesk', cloudId: acme, role: 'agent' }],
    { isDefault: true },
  ),
  group('jira-admins-acme', 'Jira admins on acme', [{ product: 'jira-software', cloudId: acme, role: 'admin' }]),
  group('everyone-acme', 'Jira and Confluence on acme', [
    { product: 'jira-software', cloudId: acme, role: 'user' },
    { product: 'confluence', cloudId: acme, role: 'user' },
  ]),
  group('external-partners', 'Approved people from outside', [
    { product: 'jira-software', cloudId: acme, role: 'user' },
  ]),
  group('confluence-guests-acme', 'Guests of Confluence on acme', [
    { product: 'confluence', cloudId: acme, role: 'guest' },
  ]),
  group(
    'idp-engineering',
    'Engineering, from the identity provider',
    [{ product: 'jira-software', cloudId: acme, role: 'user' }],
    { externalSynced: true },
  ),
  group('jira-users-acme-labs', 'Jira on acme-labs', [{ product: 'jira-software', cloudId: labs, role: 'user' }], {
    isDefault: true,
  }),
  group(
    'confluence-users-acme-labs',
    'Confluence on acme-labs',
    [{ product: 'confluence', cloudId: labs, role: 'user' }],
    { isDefault: true },
  ),
];

const firstNames = [
  'Ana',
  'Ben',
  'Chloe',
  'Dev',
  'Elif',
  'Finn',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Luca',
  'Mina',
  'Nils',
  'Oona',
  'Paul',
];
const lastNames = [
  'Alder',
  'Brandt',
  'Costa',
  'Dahl',
  'Eriksen',
  'Fischer',
  'Garcia',
  'Hansen',
  'Ivanov',
  'Jensen',
  'Kowalski',
  'Laurent',
  'Meyer',
  'Nowak',
  'Olsen',
];

const hex = (n: number, width: number) => n.toString(16).padStart(width, '0');
const idOf = (n: number) =>
  n % 5 === 0
    ? hex(0x5c0000000000 + n, 12).padEnd(24, 'a1')
    : `${n % 3 === 0 ? '557058' : '712020'}:4e2f1b63-${hex(n, 4)}-4e11-8a01-${hex(n, 12)}`;

/** How many generated people of each kind there are; together with the named ones about 250 accounts. */
const kinds: readonly (readonly [number, (n: number) => Partial<FakeAccount>])[] = [
  // With the named people these fill Jira on acme to 98 of 100 seats.
  [
    70,
    (n) => ({
      groups: n % 4 === 0 ? ['everyone-acme', 'jira-users-acme'] : ['jira-users-acme', 'confluence-users-acme'],
    }),
  ],
  [12, () => ({ groups: ['idp-engineering'], managementSource: 'synced' })],
  [8, () => ({ groups: ['external-partners'], claimStatus: 'unmanaged', email: 'partner.example' })],
  [60, () => ({ groups: ['confluence-users-acme'] })],
  [3, () => ({ groups: ['jira-servicedesk-users-acme', 'confluence-users-acme'] })],
  [9, () => ({ groups: ['jira-users-acme-labs', 'confluence-users-acme-labs'], email: 'acme-labs.example' })],
  [10, () => ({ groups: ['confluence-users-acme'], claimStatus: 'unmanaged' })],
  [14, () => ({ groups: [], status: 'deactivated', accountStatus: 'inactive' })],
  [4, () => ({ groups: [], status: 'suspended', membershipStatus: 'suspended' })],
  [
    6,
    () => ({
      groups: ['confluence-guests-acme'],
      claimStatus: 'unmanaged',
      isConfluenceGuest: true,
      email: 'agency.example',
    }),
  ],
  [
    30,
    () => ({
      groups: [],
      accountType: 'customer',
      claimStatus: 'unmanaged',
      managementSource: null,
      email: 'client.example',
    }),
  ],
  [8, () => ({ groups: [], accountType: 'app', claimStatus: 'unmanaged', managementSource: null, email: null })],
];

function generated(): FakeAccount[] {
  const accounts: FakeAccount[] = [];
  for (const [count, facts] of kinds)
    for (let i = 0; i < count; i++) {
      const n = accounts.length + 100;
      const first = firstNames[n % firstNames.length] ?? 'Ana';
      const last = lastNames[Math.floor(n / firstNames.length + n * 7) % lastNames.length] ?? 'Alder';
      const { email: domain = 'acme.example', ...special } = facts(n);
      const customer = special.accountType === 'customer';
      accounts.push(
        account({
          accountId: customer
            ? `qm:6a1d2c3b-${hex(n, 4)}-4e11-8a01-${hex(n, 12)}:7f3b2a10-${hex(n, 4)}-4e11-8a01-${hex(n, 12)}`
            : idOf(n),
          name: special.accountType === 'app' ? `${last} Automation` : `${first} ${last}`,
          email: domain === null ? null : `${first}.${last}.${n}@${domain}`.toLowerCase(),
          avatar: n % 3 === 0 ? 'gravatar' : n % 3 === 1 ? 'uploaded' : 'initials',
          ...special,
        }),
      );
    }
  return accounts;
}

/** The organization as it is before anybody did anything: the same every time. */
export const seedState = (): CloudState => ({
  orgId: organization.orgId,
  orgName: organization.name,
  directoryId: organization.directoryId,
  domains: [
    { id: 'd1', name: 'acme.example', status: 'verified', type: 'dns' },
    { id: 'd2', name: 'acme-labs.example', status: 'verified', type: 'http' },
    { id: 'd3', name: 'acme-events.example', status: 'unverified', type: 'dns' },
  ],
  sites: [
    {
      ...organization.sites[0],
      products: [
        { product: 'jira-software', plan: 'standard', seats: 100 },
        { product: 'jira-servicedesk', plan: 'standard', seats: 5 },
        { product: 'confluence', plan: 'standard', seats: null },
      ],
    },
    {
      ...organization.sites[1],
      products: [
        { product: 'jira-software', plan: 'free', seats: 10 },
        { product: 'confluence', plan: 'free', seats: null },
      ],
    },
  ],
  accounts: [...Object.values(people), ...generated()],
  groups,
  events: [],
  accessRequests: [],
  shares: [],
  activations: [],
  nextId: 1,
});
