import { takesSeat } from '../../core/licence/index.ts';
import type { Product } from '../../core/organization/index.ts';
import type { CloudState, FakeAccount } from './state.ts';

/** Whether the account holds a seat: active, and in a group whose role takes one. */
export const holdsSeat = (state: CloudState, account: FakeAccount, product: Product, cloudId: string): boolean =>
  account.accountStatus === 'active' &&
  account.membershipStatus === 'active' &&
  account.accountType === 'atlassian' &&
  state.groups.some(
    (group) =>
      account.groups.includes(group.id) &&
      group.grants.some((grant) => grant.product === product && grant.cloudId === cloudId && takesSeat(grant.role)),
  );

/** Seats in use, counted from groups and roles: no stored number can be wrong. */
export const seatsUsed = (state: CloudState, product: Product, cloudId: string): number =>
  state.accounts.filter((account) => holdsSeat(state, account, product, cloudId)).length;

/** Seats bought; null where none is published. */
export const seatsBought = (state: CloudState, product: Product, cloudId: string): number | null =>
  state.sites.find((site) => site.cloudId === cloudId)?.products.find((entry) => entry.product === product)?.seats ??
  null;

/** Products of which adding the account to the group would take a seat that is not there. */
export function fullProducts(
  state: CloudState,
  account: FakeAccount,
  groupId: string,
): { product: Product; cloudId: string }[] {
  const group = state.groups.find((candidate) => candidate.id === groupId);
  return (group?.grants ?? []).filter(({ product, cloudId, role }) => {
    const bought = seatsBought(state, product, cloudId);
    return (
      takesSeat(role) &&
      bought !== null &&
      !holdsSeat(state, account, product, cloudId) &&
      seatsUsed(state, product, cloudId) >= bought
    );
  });
}
