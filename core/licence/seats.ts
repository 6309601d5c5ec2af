import { z } from 'zod';
import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import { type ProductRole, takesSeat } from './roles.ts';

/** What one group grants on one product of one site. One group may have many. */
export interface GroupGrant {
  readonly groupId: GroupId;
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly role: ProductRole;
}

/** Seats of one product on one site. `null` is unknown and must never be shown as 0. */
export const SeatCount = z.object({
  used: z.number().int().nonnegative().nullable(),
  total: z.number().int().nonnegative().nullable(),
  unlimited: z.boolean(),
});
export type SeatCount = z.infer<typeof SeatCount>;

export const unknownSeats: SeatCount = { used: null, total: null, unlimited: false };

/** Whether somebody in these groups holds a seat of the product on the site. Two groups granting it still use one seat. */
export const holdsSeat = (
  groups: ReadonlySet<GroupId>,
  grants: readonly GroupGrant[],
  product: Product,
  cloudId: CloudId,
): boolean =>
  grants.some(
    (grant) =>
      grant.product === product && grant.cloudId === cloudId && takesSeat(grant.role) && groups.has(grant.groupId),
  );

/** Accounts that hold a seat, each once however many groups give it. */
export function seatHolders(
  memberships: Iterable<{ readonly accountId: AccountId; readonly groupId: GroupId }>,
  grants: readonly GroupGrant[],
  product: Product,
  cloudId: CloudId,
): Set<AccountId> {
  const groups = new Set(
    grants
      .filter((grant) => grant.product === product && grant.cloudId === cloudId && takesSeat(grant.role))
      .map((grant) => grant.groupId),
  );
  const holders = new Set<AccountId>();
  for (const membership of memberships) if (groups.has(membership.groupId)) holders.add(membership.accountId);
  return holders;
}
