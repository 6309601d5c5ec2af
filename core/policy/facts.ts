import type { IdentityType } from '../identity/types.ts';
import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Effect, Standing } from '../licence/effect.ts';
import type { Organization } from '../organization/organization.ts';
import type { Product } from '../organization/product.ts';
import type { ActorRole } from './conditions.ts';
import type { Intent } from './intent.ts';

/** A person an intent aims at, as far as known. */
export interface IntentTarget {
  readonly email: string | null;
  readonly accountId: AccountId | null;
  readonly identityType: IdentityType;
  readonly standing: Standing;
  /** All groups, or null when they are not known. */
  readonly groups?: readonly GroupId[] | null;
}

export interface IntentActor {
  readonly accountId: AccountId | null;
  readonly identityType: IdentityType;
  /** All roles, or null when they are not known. */
  readonly roles?: readonly ActorRole[] | null;
  /** All groups, or null when they are not known. */
  readonly groups?: readonly GroupId[] | null;
}

/** Everything `decide` looks at. Null, or left out, is a missing fact. */
export interface IntentFacts {
  readonly intent: Intent;
  readonly actor: IntentActor;
  /** Empty when nobody could read whom the intent aims at. */
  readonly targets: readonly IntentTarget[];
  readonly product: Product | null;
  readonly cloudId: CloudId | null;
  /** Key of the project or space. */
  readonly container?: string | null;
  /** Lower-case. Required, so that no caller forgets it: without it, every rule about verified domains is a missing fact. */
  readonly verifiedDomains: readonly string[] | null;
  /** Seats and cost, where the caller knows them. */
  readonly effect?: Effect | null;
  /** The person's language as browsers name it, for the prompt; English when missing. */
  readonly language?: string | null;
}

/** Intents that give access to named people. */
const aboutPeople: ReadonlySet<Intent> = new Set(['invite', 'share-with-new-person', 'add-to-project']);

/** Whether an intent only gives access to people who have it: harmless, unless a rule is about just that. */
export function everybodyHasAccess({ intent, targets }: Pick<IntentFacts, 'intent' | 'targets'>): boolean {
  if (!aboutPeople.has(intent) || targets.length === 0) return false;
  for (const target of targets) if (target.standing !== 'has-seat') return false;
  return true;
}

/** The domains that rules mean by "verified". */
export const verifiedDomainsOf = ({ domains }: Pick<Organization, 'domains'>): string[] =>
  domains.filter(({ status }) => status === 'verified').map(({ name }) => name.toLowerCase());
