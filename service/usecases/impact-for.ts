import type { GroupId } from '../../core/ids.ts';
import {
  buildSnapshot,
  type Impact,
  type ImpactFacts,
  impactOf,
  type SnapshotAccount,
  type Target,
} from '../../core/licence/index.ts';
import type { Organization, Product, Site } from '../../core/organization/index.ts';
import { givesMembership, type Intent } from '../../core/policy/index.ts';
import type { GroupRole, ProductSeats } from '../../core/ports/directory-store.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { Context } from './context.ts';
import { groupFor } from './group-map.ts';

interface Deed {
  readonly organization: Organization;
  readonly site: Site;
  readonly product: Product;
  readonly intent: Intent;
  readonly targets: readonly Target[];
}

type Slot = Pick<ProductSeats, 'product' | 'cloudId'>;
export const isOf = (one: Slot, other: Slot): boolean => one.product === other.product && one.cloudId === other.cloudId;

/**
 * Every seat a deed gives, by way of the group that approval uses. Reads the people named and their groups, never the directory:
 * how many seats are in use comes from `seats`, what was counted at the last sync.
 */
export async function impactFor(
  { settings, today }: Pick<Context, 'settings'> & { readonly today: string },
  { directory }: Pick<Reads, 'directory'>,
  deed: Deed,
  seats: readonly ProductSeats[],
): Promise<Impact> {
  const groups = await directory.groups();
  const roles = await directory.roles();
  const ids = deed.targets.flatMap(({ accountId }) => accountId ?? []);
  const held = await directory.groupsOf(ids);
  const accounts = (await directory.accountsById(ids)).map(
    ({ facts, groupsKnown }): SnapshotAccount => ({
      facts,
      groupIds: held.get(facts.accountId)?.map(({ id }) => id) ?? [],
      mayHaveMore: !groupsKnown,
    }),
  );
  const gives = givenBy(deed, groupFor(deed, settings.groupMap, groups, roles)?.id ?? null);
  const snapshot = buildSnapshot({
    accounts,
    groups,
    grants: rolesOf(roles, [...(gives?.groups ?? []), ...accounts.flatMap(({ groupIds }) => groupIds ?? [])]),
    published: seats,
    complete: false,
    // The careful assumption: letting in again who is suspended takes a seat.
    suspendedKeepsSeat: 'no',
  });
  return impactOf(snapshot, {
    intent: deed.intent,
    people: deed.targets.map(({ accountId, email, identityType, standing }) => ({
      accountId,
      email,
      identityType,
      isNew: standing === 'new',
    })),
    gives,
    plans: seats.map(({ product, cloudId, plan }) => ({
      product,
      cloudId,
      plan,
      billing: { period: null, renewsOn: null, peak: null },
    })),
    hosts: new Map(deed.organization.sites.map(({ cloudId, host }) => [cloudId, host])),
    priceBook: settings.priceBook,
    apps: [],
    guard: null,
    today,
  });
}

/** Which group or role somebody is about to give by hand no page tells; without a group a membership is of the app alone. */
function givenBy({ intent, product, site }: Deed, group: GroupId | null): ImpactFacts['gives'] {
  if (!givesMembership(intent)) return null;
  if (group !== null) return { groups: [group], roles: [] };
  return { groups: [], roles: [{ product, cloudId: site.cloudId, role: 'user' }] };
}

function rolesOf(roles: readonly GroupRole[], groups: readonly GroupId[]): GroupRole[] {
  const wanted = new Set(groups);
  return roles.filter(({ groupId }) => wanted.has(groupId));
}
