import { decide } from './decide.ts';
import type { Outcome } from './decision.ts';
import type { IntentFacts } from './facts.ts';
import type { Policy } from './rule.ts';

/** Something that happened, with the facts known then. */
export interface RecordedAct {
  readonly id: string;
  /** ISO date-time. */
  readonly at: string;
  readonly facts: IntentFacts;
  /** Whether IT approved a request for it later; null when nobody knows or nobody asked. */
  readonly approvedLater: boolean | null;
}

export type OutcomeCount = Readonly<Record<Outcome, number>>;

export interface Replay {
  readonly total: number;
  readonly before: OutcomeCount;
  readonly after: OutcomeCount;
  /** Acts that come out differently, in the order given. */
  readonly changes: readonly {
    readonly id: string;
    readonly from: Outcome;
    readonly to: Outcome;
    readonly ruleIds: readonly string[];
    readonly approvedLater: boolean | null;
  }[];
  /** Acts that the draft blocks and the current policy does not. */
  readonly wouldBlock: number;
  /** How many of those IT approved later: the draft would have been in the way of them. */
  readonly wouldBlockApproved: number;
  /** Acts that the current policy blocks and the draft does not. */
  readonly wouldRelease: number;
  /** Acts for which the draft misses a fact: their outcome is its `onUnknown`, not knowledge. */
  readonly undecided: number;
  /** One sentence. */
  readonly text: string;
}

/** What a draft would have done with acts that were recorded, each decided as of its own time. Nothing is stored or sent. */
export function replay(draft: Policy, current: Policy, recorded: readonly RecordedAct[]): Replay {
  const acts = recorded.map((act) => ({
    act,
    from: decide(act.facts, current, act.at).outcome,
    decision: decide(act.facts, draft, act.at),
  }));
  const blocked = acts.filter(({ from, decision }) => decision.outcome === 'block' && from !== 'block');
  const approved = blocked.filter(({ act }) => act.approvedLater === true).length;
  return {
    total: acts.length,
    before: countOf(acts.map(({ from }) => from)),
    after: countOf(acts.map(({ decision }) => decision.outcome)),
    changes: acts
      .filter(({ from, decision }) => decision.outcome !== from)
      .map(({ act: { id, approvedLater }, from, decision: { outcome, ruleIds } }) => ({
        id,
        from,
        to: outcome,
        ruleIds,
        approvedLater,
      })),
    wouldBlock: blocked.length,
    wouldBlockApproved: approved,
    wouldRelease: acts.filter(({ from, decision }) => from === 'block' && decision.outcome !== 'block').length,
    undecided: acts.filter(({ decision }) => decision.reasons.some(({ code }) => code === 'fact-missing')).length,
    text: `Would have blocked ${blocked.length} more of ${acts.length}, ${approved} of them approved later.`,
  };
}

const countOf = (outcomes: readonly Outcome[]): OutcomeCount => {
  const count: Record<Outcome, number> = { allow: 0, warn: 0, justify: 0, block: 0 };
  for (const outcome of outcomes) count[outcome] += 1;
  return count;
};
