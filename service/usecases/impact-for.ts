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

type Today = Pick<Context, 'settings'> & { readonly today: string };

/** Every seat a deed gives, by way of the group that approval uses. */
export async function impactFor(
  context: Today,
  reads: Pick<Reads, 'directory'>,
  deed: Deed,
  seats: readonly ProductSeats[],
): Promise<Impact> {
  return impactOfGift(context, reads, { ...deed, gives: await givenByDeed(context, reads, deed) }, seats);
}

/** Which group or role somebody is about to give by hand no page tells; without a group a membership is of the app alone. */
export async function givenByDeed(
  { settings }: Pick<Context, 'settings'>,
  { directory }: Pick<Reads, 'directory'>,
  deed: Deed,
): Promise<ImpactFacts['gives']> {
  const { intent, product, site } = deed;
  if (!givesMembership(intent)) return null;
  const group = groupFor(deed, settings.groupMap, await directory.groups(), await directory.roles());
  if (group !== null) return { groups: [group.id], roles: [] };
  return { groups: [], roles: [{ product, cloudId: site.cloudId, role: 'user' }] };
}

type Gift = Pick<Deed, 'organization' | 'intent' | 'targets'> & Pick<ImpactFacts, 'gives'>;

/**
 * Every seat that giving these groups and roles to these people takes. Reads the people named and their groups, never the directory:
 * how many seats are in use comes from `seats`, what was counted at the last sync.
 */
export async function impactOfGift(
  { settings, today }: Today,
  { directory }: Pick<Reads, 'directory'>,
  gift: Gift,
  seats: readonly ProductSeats[],
): Promise<Impact> {
  const { gives } = gift;
  const groups = await directory.groups();
  const roles = await directory.roles();
  const ids = gift.targets.flatMap(({ accountId }) => accountId ?? []);
  const held = await directory.groupsOf(ids);
  const accounts = (await directory.accountsById(ids)).map(
    ({ facts, groupsKnown }): SnapshotAccount => ({
      facts,
      groupIds: held.get(facts.accountId)?.map(({ id }) => id) ?? [],
      mayHaveMore: !groupsKnown,
    }),
  );
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
    intent: gift.intent,
    people: gift.targets.map(({ accountId, email, identityType, standing }) => ({
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
    hosts: new Map(gift.organization.sites.map(({ cloudId, host }) => [cloudId, host])),
    priceBook: settings.priceBook,
    apps: [],
    guard: null,
    today,
  });
}

function rolesOf(roles: readonly GroupRole[], groups: readonly GroupId[]): GroupRole[] {
  const wanted = new Set(groups);
  return roles.filter(({ groupId }) => wanted.has(groupId));
}
