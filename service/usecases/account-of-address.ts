import { isPortalOnlyId, type TargetRef } from '../../core/identity/index.ts';
import type { Target } from '../../core/licence/index.ts';
import type { DirectoryAccount } from '../../core/ports/directory-store.ts';

/**
 * An address may belong to several accounts: a customer of the portal keeps a portal-only account beside the Atlassian account
 * of the same address. Which of them is meant is never settled by the order in which the directory lists them.
 */

/** The value all have; null when there is none or two differ. */
export function agreed<T>(values: readonly T[]): T | null {
  const [first, ...rest] = values;
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

/** Somebody named by an address, as far as all its accounts agree: what two of them say differently is not known. */
export const asOneTarget = ({ email, text }: TargetRef, owners: readonly Target[]): Target => ({
  ...(text !== undefined && { text }),
  email,
  accountId: agreed(owners.map(({ accountId }) => accountId)),
  name: agreed(owners.map(({ name }) => name)),
  // Atlassian gives seats to its own accounts only: a customer of the portal beside one leaves no doubt about whom a group takes.
  ...(owners.filter(({ identityType }) => identityType !== 'portal-only').length > 1 && { several: true }),
  standing: agreed(owners.map(({ standing }) => standing)) ?? 'unknown',
  identityType: agreed(owners.map(({ identityType }) => identityType)) ?? 'unknown',
});

/**
 * The account somebody who signs in acts with: the only one of their address or, of several, the only one that can sign in at
 * Atlassian's own pages, which portal-only customers and apps cannot. Null when that leaves none or more than one.
 */
export function signInAccount(accounts: readonly DirectoryAccount[]): DirectoryAccount | null {
  if (accounts.length === 1) return accounts[0] ?? null;
  const able = accounts.filter(
    ({ facts }) => facts.accountType !== 'customer' && facts.accountType !== 'app' && !isPortalOnlyId(facts.accountId),
  );
  return able.length === 1 ? (able[0] ?? null) : null;
}
