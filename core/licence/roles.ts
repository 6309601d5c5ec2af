import { z } from 'zod';
import type { Product } from '../organization/product.ts';
import { isKnownProduct, productName } from '../organization/product-name.ts';
import { because, type Reason } from '../reason.ts';

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
  /** A role of a name that nobody has described: whether it takes a seat is not known. */
  'unknown',
]);
export type ProductRole = z.infer<typeof ProductRole>;

const seatRoles: ReadonlySet<ProductRole> = new Set(['user', 'admin', 'agent']);

/** True when holding the role in a product takes one of its seats. */
export const takesSeat = (role: ProductRole): boolean => seatRoles.has(role);

/** Whether the role takes a seat of this app: a role nobody has described, and any seat of an app nobody knows, are not known. */
export function seatOf(role: ProductRole, product: Product): 'yes' | 'no' | 'unknown' {
  if (role === 'unknown') return 'unknown';
  if (!takesSeat(role)) return 'no';
  return isKnownProduct(product) ? 'yes' : 'unknown';
}

/** Names that Atlassian's pages and other APIs use for the same roles. */
const aliases: Readonly<Record<string, ProductRole>> = {
  member: 'user',
  'product admin': 'admin',
  'product-admin': 'admin',
  'user access admin': 'user-access-admin',
};

/** The role meant by a name from outside (`atlassian/user`, `Member`, `Product admin`); null when it is none of a product. */
export function parseRole(name: string): ProductRole | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^atlassian\//, '');
  const alias = Object.hasOwn(aliases, plain) ? aliases[plain] : undefined;
  const parsed = ProductRole.safeParse(alias ?? plain);
  return parsed.success && parsed.data !== 'unknown' ? parsed.data : null;
}

export interface SeatAnswer {
  readonly seat: 'yes' | 'no' | 'unknown';
  readonly reasons: readonly Reason[];
}

/** Whether a role by that name takes a seat of the product, and why (section 3). A role nobody has described is unknown. */
export function seatOfRole(name: string, product: Product): SeatAnswer {
  const role = parseRole(name);
  const app = productName(product);
  if (role === null)
    return {
      seat: 'unknown',
      reasons: [because('role-unknown', `Whether the role "${name}" takes a seat is not known.`)],
    };
  if (takesSeat(role))
    return { seat: 'yes', reasons: [because('role-takes-seat', `The role ${role} takes one ${app} seat.`)] };
  if (role === 'guest')
    return {
      seat: 'no',
      reasons: [
        because('guest-no-seat', `A guest takes no ${app} seat.`),
        ...(product === 'confluence'
          ? [because('guest-counted-by-guard', 'Atlassian Guard counts Confluence guests all the same.')]
          : []),
      ],
    };
  return { seat: 'no', reasons: [because('role-no-seat', `The role ${role} alone takes no ${app} seat.`)] };
}
