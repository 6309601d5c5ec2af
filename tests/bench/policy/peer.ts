import type { Outcome, Policy, Rule } from '../../../core/policy/index.ts';
import type { Request } from './world.ts';

/** Answers the first `count` requests. */
export type Answers = (count: number) => Outcome[] | Promise<Outcome[]>;

export interface Peer {
  /** As in package.json; `gatehouse` for ours. */
  readonly name: string;
  /** Takes a policy in. Turning requests into the peer's own shape happens here too and is not timed. */
  readonly load: (policy: Policy, requests: readonly Request[]) => Promise<Answers>;
  /** How many of the requests are timed, by number of rules, for peers that would take many minutes; all when left out. */
  readonly timed?: Readonly<Record<number, number>>;
  /** How many are answered to see whether all agree; all when left out. */
  readonly agreed?: Readonly<Record<number, number>>;
}

/** What a rule does that stops somebody. */
export type Stop = Exclude<Outcome, 'allow'>;

/** The strongest first. */
export const stops: readonly Stop[] = ['block', 'justify', 'warn'];

/** Rules that can change an outcome: where the default is to allow, `observe` and `allow` rules cannot. Peers need not read them. */
export const stopping = (policy: Policy): readonly (Rule & { readonly mode: Stop })[] =>
  stops.flatMap((mode) => policy.rules.filter((rule): rule is Rule & { mode: Stop } => rule.mode === mode));
