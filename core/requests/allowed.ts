import { CloudId } from '../ids.ts';
import type { AccessRequest } from './request.ts';
import { type Actor, type Command, transition } from './transition.ts';

/** What somebody may do with a request now. */
export interface Allowed {
  readonly decide: boolean;
  /** Say which site is meant: before that nobody can approve. */
  readonly chooseSite: boolean;
  readonly retryGrant: boolean;
  readonly finishByHand: boolean;
  /** Why this person may never decide it; null when only its state stands in the way. */
  readonly whyNot: string | null;
}

/** Tries the moves without making them, so that what is offered and what is done follow the same rules. */
export function allowedTo(actor: Actor, request: AccessRequest, now: string): Allowed {
  const tried = (command: Command) => transition(request, command, actor, now);
  // What cannot be approved yet can be denied.
  const decide = tried({ kind: 'deny', reason: 'No.' });
  return {
    decide: decide.ok,
    chooseSite: tried({ kind: 'choose-site', cloudId: CloudId.parse('any'), siteHost: 'any' }).ok,
    retryGrant: tried({ kind: 'retry-grant' }).ok,
    finishByHand: tried({ kind: 'finish-by-hand', note: null }).ok,
    // Who may decide is looked at before the state and is the same for all three.
    whyNot: decide.ok || decide.refusal === 'wrong-state' ? null : decide.message,
  };
}
