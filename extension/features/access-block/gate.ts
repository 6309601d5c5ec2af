import type { IntentOnPage, MessageOutput } from '../../../core/contract/messages/index.ts';
import type { Decision, StopId } from '../../../core/policy/index.ts';
import { lane } from '../../platform/lane.ts';
import { gathered } from './gathered.ts';
import { OnItsOwn, type Person } from './on-its-own.ts';
import { namesItsPeople, Passes } from './passes.ts';

export type Checked = MessageOutput<'check'>;

export interface GateDeps extends Person {
  /** Asks the background. May reject; `isUnprotected` then says whether nothing was ever configured. */
  readonly check: (intent: IntentOnPage) => Promise<Checked>;
  readonly isUnprotected: (error: unknown) => boolean;
  /**
   * Shows the prompt of a decision that stops. `proceed` when the person may and does go on, and `mayGoOn` says that the act still can;
   * `hidden` when the page let nobody answer.
   */
  readonly prompt: (intent: IntentOnPage, mayGoOn: () => boolean) => Promise<'proceed' | 'closed' | 'hidden'>;
  /** Shows that the check itself failed: the action stays stopped. */
  readonly failed: (intent: IntentOnPage, error: unknown) => Promise<void>;
  /** Tells that acts were stopped without a prompt, because too many came at once: the numbers of their records, null for one without. */
  readonly beyond: (stops: readonly (StopId | null)[]) => void;
  /** As `beyond`, because nobody is known to have done anything on the page since they said no. */
  readonly again: (stops: readonly (StopId | null)[]) => void;
}

export interface Gate {
  /**
   * Whether an act may go on: all that it is, or may be. Asks the policy about each, and the person when the policy says so, one after the
   * other; where the policy stops one of them, only about that: nobody goes past a warning on the way to a stop. `mayGoOn` tells whether
   * the page still can: what could not is not recorded as gone on. `isPlaced` is false for a call that names its project or space in a
   * way that nobody can read: it is not known to be the place of a click.
   */
  admit(intents: readonly IntentOnPage[], mayGoOn?: () => boolean, isPlaced?: boolean): Promise<boolean>;
}

/** Acts of a page that are checked at once, and that wait to be. The background serves every tab: no page may keep it busy for itself. */
const CHECKS = { atOnce: 10, waiting: 100 };

/** A page that goes on by itself is told about once in so long. */
const AGAIN_MS = 30_000;

/**
 * One gate for clicks and for the calls the guard holds. Every act is asked about, except a call that was announced by a click
 * which was let through: see `Passes`. What is beyond those that may wait is stopped, unchecked or without a prompt, and told once none is
 * asked about any more.
 */
export function createGate(deps: GateDeps): Gate {
  const passes = new Passes();
  const inTurn = lane(CHECKS.atOnce);
  let untold: (StopId | null)[] = [];
  let open = 0;
  const beyond = (stopId: StopId | null): void => void untold.push(stopId);
  const again = gathered(deps.again, AGAIN_MS);
  const onItsOwn = new OnItsOwn(deps);
  const inLine = oneAtATime(beyond);
  /** Asks about an act, unless the page does on its own what was answered: then it is told. */
  const ask: typeof inLine = async (intent, stopId, run) => {
    if (await onItsOwn.isOne(intent)) {
      again(stopId);
      return 'closed';
    }
    return inLine(intent, stopId, async () => {
      const end = await run();
      onItsOwn.ended(intent, end);
      return end;
    });
  };
  /** Calls never announce calls: only what a person pressed is known to be one act with what follows. */
  const admitted = (intent: IntentOnPage, decision: Decision): true => {
    if (intent.layer === 'page') passes.give(intent, decision, deps.now());
    return true;
  };

  /** What the policy says of it; or, where there is nothing to ask about, whether it may go on. */
  const look = async (intent: IntentOnPage, isPlaced: boolean): Promise<Checked | boolean> => {
    if (intent.layer === 'guard' && isPlaced && passes.take(intent, deps.now())) return true;
    if (inTurn.waiting >= CHECKS.waiting) {
      beyond(null);
      return false;
    }
    try {
      return await inTurn.run(() => deps.check(intent));
    } catch (error) {
      if (deps.isUnprotected(error)) return true;
      await ask(intent, null, async () => {
        await deps.failed(intent, error);
        return 'closed';
      });
      return false;
    }
  };
  const settle = async (
    intent: IntentOnPage,
    { decision, stopId }: Checked,
    mayGoOn: () => boolean,
  ): Promise<boolean> => {
    if (decision.outcome === 'allow') return admitted(intent, decision);
    const isCall = intent.layer === 'guard';
    if (isCall && decision.outcome !== 'block' && passes.takeExplained(intent, decision, deps.now())) return true;
    const end = await ask(intent, stopId, () => deps.prompt(intent, mayGoOn));
    return end === 'proceed' && decision.outcome !== 'block' ? admitted(intent, decision) : false;
  };
  const judged = async (
    intents: readonly IntentOnPage[],
    mayGoOn: () => boolean,
    isPlaced: boolean,
  ): Promise<boolean> => {
    const found: [IntentOnPage, Checked][] = [];
    for (const intent of intents) {
      const checked = await look(intent, isPlaced);
      if (checked === false) return false;
      if (checked !== true) found.push([intent, checked]);
    }
    const stops = found.filter(([, { decision }]) => decision.outcome === 'block');
    for (const [intent, checked] of stops.length > 0 ? stops : found)
      if (!(await settle(intent, checked, mayGoOn))) return false;
    return true;
  };

  return {
    async admit(intents, mayGoOn = () => true, isPlaced = true) {
      open += 1;
      try {
        return await judged(intents, mayGoOn, isPlaced);
      } finally {
        open -= 1;
        if (open === 0 && untold.length > 0) {
          deps.beyond(untold);
          untold = [];
        }
      }
    },
  };
}

type Answer = ReturnType<GateDeps['prompt']>;

/** So many acts of a page wait for a person at the most: nobody answers a page in a loop. */
const MOST_WAITING = 5;

/**
 * Acts that come while a person is asked about another are asked about after it, and not lost without a word. A no is one for every act
 * that reads the same; one "Continue" is one act, and the next is asked about anew. What is beyond the most is stopped.
 */
function oneAtATime(
  beyond: (stopId: StopId | null) => void,
): (intent: IntentOnPage, stopId: StopId | null, show: () => Answer) => Answer {
  const waiting = new Set<Promise<unknown>>();
  const asked = new Map<string, Answer>();
  let last: Promise<unknown> = Promise.resolve();
  return async (intent, stopId, show) => {
    const act = namesItsPeople(intent) ? JSON.stringify(intent) : null;
    for (let same = known(act); same; same = known(act)) {
      const end = await same;
      if (end !== 'proceed') return end;
    }
    if (waiting.size >= MOST_WAITING) {
      beyond(stopId);
      return 'closed';
    }
    const answer = last.then(show).finally(() => {
      waiting.delete(answer);
      if (act !== null) asked.delete(act);
    });
    waiting.add(answer);
    if (act !== null) asked.set(act, answer);
    last = answer.catch(() => undefined);
    return answer;
  };

  function known(act: string | null): Answer | undefined {
    return act === null ? undefined : asked.get(act);
  }
}
