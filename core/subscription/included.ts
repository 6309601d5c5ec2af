import type { Plan } from '../organization/organization.ts';

export interface Included {
  readonly subscription: 'included' | 'separate' | 'unknown';
  /** What the plan brings beside it. */
  readonly also: readonly ('several-identity-providers' | 'product-requests')[];
}

/** Whether a product's plan brings the subscription with it (section 4 of the domain). Null: the plan is not known. */
export function includedIn(plan: Plan | null): Included {
  if (plan === null) return { subscription: 'unknown', also: [] };
  if (plan === 'enterprise')
    return { subscription: 'included', also: ['several-identity-providers', 'product-requests'] };
  return { subscription: 'separate', also: [] };
}
