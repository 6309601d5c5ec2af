import Big from 'big.js';
import { domainKey } from '../organization/domain-name.ts';
import { because, type Reason } from '../reason.ts';
import { type Conditions, KnownStanding } from './conditions.ts';
import { type Decision, noIds, shared } from './decision.ts';
import { textIn } from './message.ts';
import type { Mode, Policy, Rule } from './rule.ts';
import type { TimeWindow } from './time-window.ts';

// Short lists are searched faster than sets; those that may be long are sets.

/** Conditions on the people an intent aims at; all of them must hold for the same person. */
export interface CompiledTarget {
  readonly types: readonly string[] | null;
  readonly domains: ReadonlySet<string> | null;
  readonly domainsExcept: ReadonlySet<string> | null;
  readonly onVerifiedDomain: boolean | null;
  readonly groups: readonly string[] | null;
  readonly standings: readonly string[] | null;
}

/** Conditions that few rules have. */
export interface CompiledRest {
  readonly containers: ReadonlySet<string> | null;
  readonly roles: readonly string[] | null;
  readonly groups: readonly string[] | null;
  readonly groupsExcept: readonly string[] | null;
  readonly seatsBelow: number | null;
  readonly seatsAtLeast: number | null;
  readonly cost: { readonly currency: string; readonly period: string; above: Big | null; below: Big | null } | null;
  readonly time: TimeWindow | null;
}

/** A rule as `match.ts` reads it. Intents are not in it: the index of the policy has settled them. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly mode: Mode;
  readonly strength: number;
  /** Order in answers: the strongest first, then as written. */
  readonly rank: number;
  /** Whether it counts even when everybody has a seat. */
  readonly namesSeat: boolean;
  readonly dated: boolean;
  readonly products: readonly string[] | null;
  readonly actorTypes: readonly string[] | null;
  readonly cloudIds: ReadonlySet<string> | null;
  readonly rest: CompiledRest | null;
  readonly target: CompiledTarget | null;
  /** What is decided when no other rule applies, in English. */
  readonly alone: Decision;
  readonly missing: Reason;
}

export const strengthOf: Readonly<Record<Mode, number>> = { observe: 0, allow: 0, warn: 1, justify: 2, block: 3 };

/** Modes at most; ranks of one mode never reach the next. */
const STRONGEST = 3;

/** @param position place among the rules of the policy */
export function compileRule(
  rule: Rule,
  position: number,
  { rules, version }: Pick<Policy, 'rules' | 'version'>,
): CompiledRule {
  const { when, mode } = rule;
  const strength = strengthOf[mode];
  return {
    rule,
    mode,
    strength,
    rank: (STRONGEST - strength) * rules.length + position,
    namesSeat: when.targetStandings?.includes('has-seat') ?? false,
    dated: rule.validFrom !== undefined || rule.validUntil !== undefined,
    products: when.products ?? null,
    actorTypes: when.actorTypes ?? null,
    cloudIds: setOf(when.cloudIds),
    rest: restOf(when),
    target: targetOf(when),
    alone: aloneOf(rule, version),
    missing: Object.freeze(
      because('fact-missing', `Not enough is known to tell whether "${rule.name}" applies.`, { rule: rule.name }),
    ),
  };
}

function aloneOf({ id, name, owner, mode, message, link, mayAskIt }: Rule, policyVersion: number): Decision {
  const stops = strengthOf[mode] > 0;
  return shared({
    outcome: mode === 'observe' ? 'allow' : mode,
    ruleIds: Object.freeze([id]),
    observedRuleIds: noIds,
    reasons: [Object.freeze(because('rule', `Rule "${name}" applies.`))],
    mayAskIt: stops && mayAskIt,
    prompt: stops ? Object.freeze({ ruleName: name, owner, message: textIn(message, null), link: link ?? null }) : null,
    policyVersion,
  });
}

/** What the rule asks of the people an act aims at; null when it asks nothing of them. */
export function targetOf(when: Conditions): CompiledTarget | null {
  const aimed =
    when.targetTypes ||
    when.targetDomains ||
    when.targetDomainsExcept ||
    when.targetOnVerifiedDomain !== undefined ||
    when.targetGroups ||
    when.targetStandings;
  if (!aimed) return null;
  const standings = when.targetStandings ?? null;
  return {
    types: when.targetTypes ?? null,
    domains: setOf(when.targetDomains?.map(domainKey)),
    domainsExcept: setOf(when.targetDomainsExcept?.map(domainKey)),
    onVerifiedDomain: when.targetOnVerifiedDomain ?? null,
    groups: when.targetGroups ?? null,
    // Whoever it is, one of all three fits: not knowing which is no missing fact.
    standings: standings !== null && new Set(standings).size === KnownStanding.options.length ? null : standings,
  };
}

function restOf(when: Conditions): CompiledRest | null {
  const { containers, actorRoles, actorGroups, actorGroupsExcept, seatsLeft, cost, time } = when;
  if (!(containers || actorRoles || actorGroups || actorGroupsExcept || seatsLeft || cost || time)) return null;
  return {
    containers: setOf(containers?.map(keyOf)),
    roles: actorRoles ?? null,
    groups: actorGroups ?? null,
    groupsExcept: actorGroupsExcept ?? null,
    seatsBelow: seatsLeft?.below ?? null,
    seatsAtLeast: seatsLeft?.atLeast ?? null,
    cost: cost
      ? {
          currency: cost.currency,
          period: cost.period,
          above: amountOf(cost.above),
          below: amountOf(cost.below),
        }
      : null,
    time: time ?? null,
  };
}

/** A decimal number; null for what is none. */
export const amountOf = (amount: string | undefined): Big | null =>
  amount !== undefined && /^-?\d+(\.\d+)?$/.test(amount) ? new Big(amount) : null;

/** Keys of projects and spaces have no case: Atlassian serves `/browse/ops-1` and `/browse/OPS-1` alike. */
export const keyOf = (container: string): string => container.toUpperCase();

const setOf = (values: readonly string[] | undefined): ReadonlySet<string> | null =>
  values === undefined ? null : new Set(values);
