import { z } from 'zod';

/**
 * Product roles as the Organizations API names them (`atlassian/<role>`).
 * Source: Organizations API 2026-09, "roles"; domain.md section 3.
 */
export const ProductRole = z.enum([
  'user',
  'admin',
  'agent',
  'guest',
  'customer',
  'contributor',
  'basic',
  'stakeholder',
  'viewer',
  'user-access-admin',
]);
export type ProductRole = z.infer<typeof ProductRole>;

const seatRoles: ReadonlySet<ProductRole> = new Set(['user', 'admin', 'agent']);

/** True when holding the role in a product takes one of its seats. */
export const takesSeat = (role: ProductRole): boolean => seatRoles.has(role);
