import type { IdentityType } from '../identity/types.ts';
import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Effect, Standing } from '../licence/effect.ts';
import type { Product } from '../organization/product.ts';
import type { ActorRole } from './conditions.ts';
import type { Intent } from './intent.ts';

/** A person an intent aims at, as far as known. */
export interface IntentTarget {
  readonly email: string | null;
  readonly accountId: AccountId | null;
  readonly identityType: IdentityType;
  readonly standing: Standing;
  /** As the actor's: all groups, or all of those that the policy names; null when they are not known. */
  readonly groups?: readonly GroupId[] | null;
}

export interface IntentActor {
  readonly accountId: AccountId | null;
  readonly identityType: IdentityType;
  /** Roles that are certainly held; null when nothing is known of any. */
  readonly roles?: readonly ActorRole[] | null;
  /** Roles of which nobody knows whether they are held. Every other one that `roles` does not list is certainly not held. */
  readonly openRoles?: readonly ActorRole[];
  /**
   * All groups, or all of those that the policy names: a group that no rule names makes no difference, so browsers are not told
   * of it. A named group that is not listed is one the actor is certainly not in. Null when they are not known.
   */
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

const aboutPeople: ReadonlySet<Intent> = new Set(['invite', 'share-with-new-person', 'add-to-project']);

/** Whether an intent gives access to named people, so that it is harmless when they all have it. */
export const isAboutPeople = (intent: Intent): boolean => aboutPeople.has(intent);

/** False when nobody is named: nobody could read who they are. */
export function allHaveSeats(targets: readonly IntentTarget[]): boolean {
  for (const target of targets) if (target.standing !== 'has-seat') return false;
  return targets.length > 0;
}

/** Whether an intent only gives access to people who have it: harmless, unless a rule is about just that. */
export const everybodyHasAccess = ({ intent, targets }: Pick<IntentFacts, 'intent' | 'targets'>): boolean =>
  isAboutPeople(intent) && allHaveSeats(targets);
