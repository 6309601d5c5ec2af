import type { ProductRole } from '../../core/licence/index.ts';
import type { Product } from '../../core/organization/index.ts';
import { siteAri } from './resource.ts';
import type { CloudState, FakeAccount } from './state.ts';

export interface ResourceRoles {
  readonly resourceId: string;
  readonly product: Product;
  readonly roles: readonly string[];
}

/** The Organizations API has no role `agent`: an agent of Jira Service Management is a `user` of it (inferred). */
export const roleId = (role: ProductRole): string => `atlassian/${role === 'agent' ? 'user' : role}`;

/** What an account may do where, through its groups. */
export function rolesOf(state: CloudState, account: FakeAccount): ResourceRoles[] {
  const found = new Map<string, { product: Product; roles: Set<string> }>();
  for (const group of state.groups) {
    if (!account.groups.includes(group.id)) continue;
    for (const { product, cloudId, role } of group.grants) {
      const resourceId = siteAri(product, cloudId);
      const entry = found.get(resourceId) ?? { product, roles: new Set<string>() };
      entry.roles.add(roleId(role));
      found.set(resourceId, entry);
    }
  }
  return [...found].map(([resourceId, { product, roles }]) => ({ resourceId, product, roles: [...roles] }));
}
