import { isPortalOnlyId } from '../identity/account-id.ts';
import { isNamed } from '../identity/whom.ts';
import type { Target } from '../licence/effect.ts';
import { isKnownProduct } from '../organization/product-name.ts';
import { givesMembership } from '../policy/intent-about.ts';
import type { AccessRequest } from './request.ts';

/** Why approving adds nobody to a group. Each makes the request a task for IT; the first that holds is told. */
export type Obstacle =
  /** It is no membership: a trial, a link, a token. */
  | { readonly kind: 'no-membership' }
  /** Nobody said which app is meant. */
  | { readonly kind: 'no-app' }
  /** `who`: those of whom neither an account nor an address is known. */
  | { readonly kind: 'unread'; readonly who: readonly Target[] }
  /** `who`: those whose address several accounts have. */
  | { readonly kind: 'several'; readonly who: readonly Target[] }
  /** `who`: customers of a portal, whom Atlassian gives no seats. */
  | { readonly kind: 'portal-only'; readonly who: readonly Target[] }
  /** Gatehouse does not know the app, and no group is mapped for it. */
  | { readonly kind: 'unknown-app' }
  | { readonly kind: 'no-group' }
  /** The identity provider fills the group. */
  | { readonly kind: 'synced-group'; readonly group: string };

/**
 * What stands in the way of adding everybody a request names to its group; null when nothing is known to. Panel and grant ask the
 * same, so that what is said before approving is what comes of it.
 */
export function obstacleTo({
  intent,
  product,
  targets,
  group,
}: Pick<AccessRequest, 'intent' | 'product' | 'targets' | 'group'>): Obstacle | null {
  if (!givesMembership(intent)) return { kind: 'no-membership' };
  if (product === null) return { kind: 'no-app' };
  const unread = targets.filter((target) => !isNamed(target));
  if (unread.length > 0) return { kind: 'unread', who: unread };
  const several = targets.filter((target) => target.several === true);
  if (several.length > 0) return { kind: 'several', who: several };
  const portalOnly = targets.filter(({ accountId }) => accountId !== null && isPortalOnlyId(accountId));
  if (portalOnly.length > 0) return { kind: 'portal-only', who: portalOnly };
  if (group === null) return { kind: isKnownProduct(product) ? 'no-group' : 'unknown-app' };
  return group.synced === true ? { kind: 'synced-group', group: group.name } : null;
}

const mendable: ReadonlySet<Obstacle['kind']> = new Set(['several', 'unknown-app', 'no-group', 'synced-group']);

/**
 * Whether trying again may work: another group can be mapped, and an address be left to one account, but who and what a request is about
 * never changes.
 */
export const mayWorkAgain = (request: Parameters<typeof obstacleTo>[0]): boolean => {
  const obstacle = obstacleTo(request);
  return obstacle === null || mendable.has(obstacle.kind);
};
