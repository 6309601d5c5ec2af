import type { IdentityType } from '../identity/types.ts';
import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Plan } from '../organization/organization.ts';
import type { Product } from '../organization/product.ts';
import type { Intent } from '../policy/intent.ts';
import type { SeatBilling } from './billing.ts';
import type { GuardFacts } from './guard-effect.ts';
import type { MarketplaceApp } from './marketplace.ts';
import type { PriceBook } from './price-book.ts';
import type { ProductRole } from './roles.ts';
import type { SnapshotAccount } from './snapshot.ts';

export interface ImpactPerson {
  readonly accountId: AccountId | null;
  readonly email: string | null;
  /** How somebody who has no account yet will stand to the organization. */
  readonly identityType: IdentityType;
  /** True when the whole directory was asked and has nobody like this: a snapshot of some people cannot tell. */
  readonly isNew?: boolean;
}

export interface GivenRole {
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly role: ProductRole;
}

export interface ProductPlan {
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly plan: Plan | null;
  readonly billing: SeatBilling;
}

export interface ImpactFacts {
  readonly intent: Intent;
  readonly people: readonly ImpactPerson[];
  /** What the intent gives: groups with everything they grant, roles directly. Null when the page does not tell. */
  readonly gives: { readonly groups: readonly GroupId[]; readonly roles: readonly GivenRole[] } | null;
  readonly plans: readonly ProductPlan[];
  /** Hosts of sites, for the sentences. */
  readonly hosts: ReadonlyMap<CloudId, string>;
  readonly priceBook: PriceBook;
  readonly apps: readonly MarketplaceApp[];
  /** Null when there is no subscription to ask about. */
  readonly guard: GuardFacts | null;
  /** ISO date. */
  readonly today: string;
}

/** A person the question names, found or not. */
export interface Named {
  readonly person: ImpactPerson;
  readonly account: SnapshotAccount | null;
  /** Nobody has this address; false too when that is not known. */
  readonly isNew: boolean;
}
