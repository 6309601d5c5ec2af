import { domainOf } from '../organization/organization.ts';
import {
  amountOf,
  type CompiledRest,
  type CompiledRule,
  type CompiledTarget,
  compileRule,
  keyOf,
} from './compile-rule.ts';
import { type IntentActor, type IntentFacts, type IntentTarget, isAboutPeople } from './facts.ts';
import { isLive, type Rule } from './rule.ts';
import { clockOf, isWithin, type LocalTime, readClock } from './time-window.ts';

/** `unknown` when the rule hangs on a fact that is missing. */
export type Match = 'match' | 'no-match' | 'unknown';

/** No, unknown and yes as numbers: "and" is the least, "or" the greatest, "not" the distance to yes. */
export type Truth = 0 | 1 | 2;
export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

/** One question to all rules of a policy: the facts, and what was worked out of them so far. */
export interface Asked {
  readonly facts: IntentFacts;
  readonly now: string;
  readonly clocks: Clocks;
  /** The domain of each target, read when the first rule wants it. */
  domains: (string | null)[] | null;
}

/** Clocks by time zone. They are slow to make, so a compiled policy keeps its own. */
export type Clocks = Map<string, Intl.DateTimeFormat | null>;

export const askedOf = (facts: IntentFacts, now: string, clocks: Clocks): Asked => ({
  facts,
  now,
  clocks,
  domains: null,
});

/** Whether the conditions of one rule hold, by itself. A rule that does not count at `now` (ISO date-time) never matches. */
export function matchRule(rule: Rule, facts: IntentFacts, now: string): Match {
  if (!isLive(rule, now) || rule.when.intents?.includes(facts.intent) === false) return 'no-match';
  const truth = truthOf(compileRule(rule, 0, { rules: [rule], version: 1 }), askedOf(facts, now, new Map()));
  return truth === YES ? 'match' : truth === NO ? 'no-match' : 'unknown';
}

/** Whether all conditions but the intent hold. One condition that certainly fails settles it; else missing facts win. */
export function truthOf(rule: CompiledRule, asked: Asked): Truth {
  const { facts } = asked;
  let truth: Truth = YES;
  if (rule.products !== null) {
    if (facts.product === null) truth = MAYBE;
    else if (!rule.products.includes(facts.product)) return NO;
  }
  if (rule.cloudIds !== null) {
    if (facts.cloudId === null) truth = MAYBE;
    else if (!rule.cloudIds.has(facts.cloudId)) return NO;
  }
  if (rule.actorTypes !== null) {
    const { identityType } = facts.actor;
    if (identityType === 'unknown') truth = MAYBE;
    else if (!rule.actorTypes.includes(identityType)) return NO;
  }
  if (rule.rest !== null) {
    const rest = restHolds(rule.rest, asked);
    if (rest === NO) return NO;
    if (rest === MAYBE) truth = MAYBE;
  }
  if (rule.target !== null) {
    const aimed = someTarget(rule.target, asked);
    if (aimed < truth) truth = aimed;
  }
  if (truth !== NO && rule.dated && !isLive(rule.rule, asked.now)) return NO;
  return truth;
}

function someTarget(conditions: CompiledTarget, asked: Asked): Truth {
  const { targets } = asked.facts;
  // An intent whose targets nobody could read (a link, an unread body) may aim at anybody.
  if (targets.length === 0) return MAYBE;
  let best: Truth = NO;
  for (let index = 0; index < targets.length; index += 1) {
    const target = targets[index];
    const fits = target === undefined ? NO : targetFits(conditions, target, index, asked);
    if (fits === YES) return YES;
    if (fits === MAYBE) best = MAYBE;
  }
  return best;
}

/**
 * Whether each of several people is fit for one of these rules, which apply because somebody is. People who have access already
 * are no matter of bringing people in.
 */
export function fitEverybody(rules: readonly CompiledRule[], asked: Asked): Truth {
  const { intent, targets } = asked.facts;
  if (targets.length < 2) return YES;
  const bringsIn = isAboutPeople(intent);
  let all: Truth = YES;
  for (const [index, target] of targets.entries()) {
    if (bringsIn && target.standing === 'has-seat') continue;
    let best: Truth = NO;
    for (const { target: wanted } of rules) {
      const fits = wanted === null ? YES : targetFits(wanted, target, index, asked);
      if (fits > best) best = fits;
    }
    all = least(all, best);
  }
  return all;
}

function targetFits(wanted: CompiledTarget, target: IntentTarget, index: number, asked: Asked): Truth {
  let truth: Truth = YES;
  if (wanted.types !== null) {
    if (target.identityType === 'unknown') truth = MAYBE;
    else if (!wanted.types.includes(target.identityType)) return NO;
  }
  if (wanted.standings !== null) {
    if (target.standing === 'unknown') truth = MAYBE;
    else if (!wanted.standings.includes(target.standing)) return NO;
  }
  if (wanted.domains !== null || wanted.domainsExcept !== null || wanted.onVerifiedDomain !== null) {
    const domain = domainAt(index, asked);
    if (domain === null) truth = MAYBE;
    else {
      if (wanted.domains !== null && !wanted.domains.has(domain)) return NO;
      if (wanted.domainsExcept?.has(domain)) return NO;
      if (wanted.onVerifiedDomain !== null) {
        const { verifiedDomains } = asked.facts;
        if (verifiedDomains === null) truth = MAYBE;
        else if (verifiedDomains.includes(domain) !== wanted.onVerifiedDomain) return NO;
      }
    }
  }
  if (wanted.groups !== null) {
    const inGroup = someOf(wanted.groups, target.groups);
    if (inGroup < truth) truth = inGroup;
  }
  return truth;
}

function domainAt(index: number, asked: Asked): string | null {
  asked.domains ??= [];
  let domain = asked.domains[index];
  if (domain === undefined) {
    const email = asked.facts.targets[index]?.email ?? null;
    domain = email === null ? null : domainOf(email);
    asked.domains[index] = domain;
  }
  return domain;
}

/** Whether one of the values is listed. */
function someOf(listed: readonly string[], values: readonly string[] | null | undefined): Truth {
  if (values === null || values === undefined) return MAYBE;
  for (const value of values) if (listed.includes(value)) return YES;
  return NO;
}

/** A role that is known to be held settles it, whatever is open; one that is open may be held. */
function roleHolds(wanted: readonly string[], { roles, openRoles = [] }: IntentActor): Truth {
  const held = someOf(wanted, roles);
  return held === NO && openRoles.some((role) => wanted.includes(role)) ? MAYBE : held;
}

function restHolds(rest: CompiledRest, asked: Asked): Truth {
  const { actor, container } = asked.facts;
  let truth: Truth = YES;
  if (rest.groups !== null) truth = least(truth, someOf(rest.groups, actor.groups));
  if (rest.groupsExcept !== null) truth = least(truth, not(someOf(rest.groupsExcept, actor.groups)));
  if (rest.roles !== null) truth = least(truth, roleHolds(rest.roles, actor));
  if (rest.containers !== null)
    truth = least(
      truth,
      container === null || container === undefined ? MAYBE : holds(rest.containers.has(keyOf(container))),
    );
  if (rest.seatsBelow !== null || rest.seatsAtLeast !== null) truth = least(truth, seatsHold(rest, asked.facts));
  if (rest.cost !== null) truth = least(truth, costHolds(rest.cost, asked.facts));
  if (rest.time !== null && truth !== NO) {
    const local = localTime(rest.time.timeZone, asked);
    truth = least(truth, local === null ? MAYBE : holds(isWithin(rest.time, local)));
  }
  return truth;
}

const holds = (sure: boolean): Truth => (sure ? YES : NO);

const least = (a: Truth, b: Truth): Truth => (a < b ? a : b);

const not = (truth: Truth): Truth => (truth === YES ? NO : truth === NO ? YES : MAYBE);

function seatsHold({ seatsBelow, seatsAtLeast }: CompiledRest, { effect }: IntentFacts): Truth {
  if (!effect) return MAYBE;
  // Of several apps that one deed gives, the one with the fewest seats left counts: it is the one that runs out.
  const taking = effect.lines.filter(({ taken }) => taken !== 0).map(({ after }) => after);
  let fewest = Number.POSITIVE_INFINITY;
  let open = false;
  for (const { used, total, unlimited } of taking.length > 0 ? taking : [effect.seatsAfter]) {
    if (unlimited) continue;
    if (used === null || total === null) open = true;
    else fewest = Math.min(fewest, total - used);
  }
  if (seatsAtLeast !== null && fewest < seatsAtLeast) return NO;
  if (seatsBelow !== null && fewest >= seatsBelow) return open ? MAYBE : NO;
  return open && seatsAtLeast !== null ? MAYBE : YES;
}

function costHolds(limit: NonNullable<CompiledRest['cost']>, { effect }: IntentFacts): Truth {
  if (!effect?.cost.known) return MAYBE;
  const { amount, currency, period } = effect.cost;
  const cost = amountOf(amount);
  // Nobody told us an exchange rate, and a year is not always twelve months.
  if (cost === null || currency !== limit.currency || period !== limit.period) return MAYBE;
  return (limit.above === null || cost.gt(limit.above)) && (limit.below === null || cost.lt(limit.below)) ? YES : NO;
}

function localTime(zone: string, { clocks, now }: Asked): LocalTime | null {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = clockOf(zone);
    clocks.set(zone, clock);
  }
  return clock === null ? null : readClock(clock, Date.parse(now));
}
