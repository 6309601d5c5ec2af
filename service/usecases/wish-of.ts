import { addressKey } from '../../core/identity/index.ts';
import { givesMembership } from '../../core/policy/index.ts';
import type { SameWish } from '../../core/ports/request-store.ts';
import { sameWish, type Wish } from '../../core/requests/index.ts';

/**
 * What finds the same wish again. Null for a wish that core does not even know to be the same as itself: for an app or a site that
 * nobody named, or with anybody among its people whom nobody can read.
 */
export function wishOf(wish: Omit<Wish, 'requester'>): SameWish | null {
  const { intent, product, cloudId, container, targets } = wish;
  if (cloudId === null || !sameWish(wish, wish)) return null;
  return {
    intent,
    product,
    cloudId,
    container: givesMembership(intent) ? null : container,
    targetKey: targetKey(targets),
  };
}

/** The people, in an order that does not hang on the page. */
const targetKey = (targets: Wish['targets']): string =>
  JSON.stringify([...new Set(targets.map(({ accountId, email }) => accountId ?? addressKey(email ?? '')))].sort());
