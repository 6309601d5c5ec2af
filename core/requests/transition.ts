import { changesOf } from './changes.ts';
import type { Actor, Command, CommandKind } from './commands.ts';
import { lifeOf } from './life.ts';
import { may, type Refusal } from './may.ts';
import { moves } from './moves.ts';
import { isOwn } from './own.ts';
import type { AccessRequest, RequestState } from './request.ts';
import { currentStage } from './stages.ts';

export { type Actor, type Command, type CommandKind, isOwn, moves, type Refusal };

export type Transition =
  | { readonly ok: true; readonly request: AccessRequest }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** Stable, finer than the refusal. */
      readonly code: string;
      readonly message: string;
    };

/**
 * Moves a request, or says why not (section 7 of the domain). Pure: the clock is an argument. Nobody decides a request of their own or about
 * themselves, whatever their role; a denial needs a reason.
 * @param now ISO date-time
 */
export function transition(request: AccessRequest, command: Command, actor: Actor, now: string): Transition {
  const ruling = may(actor, command, request, now);
  if (!ruling.ok) return { ok: false, refusal: ruling.refusal, code: ruling.reason.code, message: ruling.reason.text };
  const changed = { ...request, updatedAt: now, ...changesOf(request, command, actor, now) };
  const state = nextState(changed, command.kind);
  const decided = state === 'approved' || command.kind !== 'approve' ? changed : { ...changed, decision: null };
  return { ok: true, request: { ...decided, state } };
}

/** Of the states that the table allows, the one that the request as changed calls for. */
function nextState(changed: AccessRequest, kind: CommandKind): RequestState {
  const [first = changed.state, second = first] = moves[changed.state][kind] ?? [];
  if (kind === 'approve') return currentStage(lifeOf(changed).stages) === null ? second : first;
  if (kind === 'finish-by-hand') return changed.group?.synced === true ? second : first;
  return first;
}
