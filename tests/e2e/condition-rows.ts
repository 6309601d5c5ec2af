import type { Conditions, PolicyBundle } from '../../core/policy/index.ts';
import { people } from '../../mocks/cloud/seed.ts';

/** The same act in the same page, and one condition twice: as it holds there, and as it does not. */
export interface ConditionRow<K extends keyof Conditions> {
  readonly holds: NonNullable<Conditions[K]>;
  readonly fails: NonNullable<Conditions[K]>;
  /** Who is invited; somebody new by default. */
  readonly invites?: { readonly name: string; readonly id: string };
}

type Rows = { readonly [K in keyof Conditions]-?: ConditionRow<K> };

/** What the service says of whoever acts, and of the groups of everybody they invite. */
export const actor = { groups: ['it'], roles: ['agent'], openRoles: ['site-admin'] } as unknown as Pick<
  PolicyBundle['actor'],
  'groups' | 'roles' | 'openRoles'
>;
export const targetGroups = ['partners'];

const noor = { name: people.noor.name, id: people.noor.accountId };
const [here, elsewhere] = ['5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11', '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22'];

/** Far from where tests run, so that taking the machine's own clock for it fails. */
const zone = 'Pacific/Auckland';

/** A time of day in that zone, hours from now. */
const hoursFromNow = (hours: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.now() + hours * 3_600_000,
  );

/** Ids are plain text in tables. */
const ids = <T>(...values: string[]): T => values as unknown as T;

/**
 * One row for each condition of the rule schema. The act: Emma (managed, an agent, in group `it`) shares a board of project ACME
 * with somebody new, which takes the 99th of 100 Jira seats for 8.60 USD a month.
 */
export const conditionRows: Rows = {
  intents: { holds: ['share-with-new-person'], fails: ['invite'] },
  products: { holds: ['jira-software'], fails: ['confluence'] },
  cloudIds: { holds: ids(here), fails: ids(elsewhere) },
  containers: { holds: ['acme'], fails: ['OPS'] },
  actorTypes: { holds: ['managed'], fails: ['external'] },
  actorRoles: { holds: ['agent', 'site-admin'], fails: ['org-admin'] },
  actorGroups: { holds: ids('it'), fails: ids('sales') },
  actorGroupsExcept: { holds: ids('sales'), fails: ids('it') },
  targetTypes: { holds: ['managed'], fails: ['external'], invites: noor },
  targetDomains: { holds: ['outside.example'], fails: ['acme.example'] },
  targetDomainsExcept: { holds: ['acme.example'], fails: ['outside.example'] },
  targetOnVerifiedDomain: { holds: false, fails: true },
  targetGroups: { holds: ids('partners'), fails: ids('board') },
  targetStandings: { holds: ['without-seat'], fails: ['new'], invites: noor },
  seatsLeft: { holds: { below: 2 }, fails: { below: 1 } },
  cost: {
    holds: { currency: 'USD', period: 'month', above: '8.59' },
    fails: { currency: 'USD', period: 'month', above: '8.60' },
  },
  time: {
    holds: { timeZone: zone, from: hoursFromNow(-2), to: hoursFromNow(2) },
    fails: { timeZone: zone, from: hoursFromNow(4), to: hoursFromNow(8) },
  },
};
