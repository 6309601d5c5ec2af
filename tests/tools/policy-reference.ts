import { domainOf } from '../../core/organization/index.ts';
import {
  type IntentFacts,
  type IntentTarget,
  isLive,
  type Match,
  type Mode,
  type Policy,
  type Rule,
  TimeWindow,
} from '../../core/policy/index.ts';

/** The meaning of a policy, written to be read and not to be fast: every rule is asked, every time. What core compiles must say the same. */
export function referenceDecide(facts: IntentFacts, policy: Policy, now: string) {
  const strength: Record<Mode, number> = { observe: 0, allow: 0, warn: 1, justify: 2, block: 3 };
  const about = ['invite', 'share-with-new-person', 'add-to-project'].includes(facts.intent);
  const everybody =
    about && facts.targets.length > 0 && facts.targets.every((target) => target.standing === 'has-seat');
  const rules = policy.rules
    .filter((rule) => isLive(rule, now))
    .filter((rule) => !everybody || rule.when.targetStandings?.includes('has-seat'))
    .map((rule) => ({ rule, match: referenceMatch(rule, facts, now) }));
  const strongestFirst = (among: Rule[]) => among.sort((a, b) => strength[b.mode] - strength[a.mode]);
  const of = (match: Match) => rules.filter((one) => one.match === match).map(({ rule }) => rule);
  const certain = strongestFirst(of('match').filter(({ mode }) => mode !== 'observe'));
  const ids = (among: readonly Rule[]) => among.map(({ id }) => id);
  const observedRuleIds = ids(of('match').filter(({ mode }) => mode === 'observe'));
  const answer = (outcome: string, ruleIds: string[], reasons: string[]) => ({
    outcome,
    ruleIds,
    observedRuleIds,
    reasons,
  });

  const unknown = of('unknown');
  const serious = strongestFirst(unknown.filter(({ mode }) => mode !== 'observe' && mode !== 'allow'))[0];
  if (everybody && certain.length === 0 && !serious) return answer('allow', [], ['everybody-has-access']);
  if (facts.actor.accountId !== null && policy.breakGlass.includes(facts.actor.accountId))
    return answer('allow', [], ['break-glass']);

  const fallback = everybody ? 'allow' : policy.defaultOutcome;
  const base = certain[0]?.mode ?? fallback;
  const careful = strength[policy.onUnknown];
  if (serious && (careful > strength[base] || (certain.length === 0 && careful === strength[base])))
    return answer(policy.onUnknown, [...ids(certain), serious.id], ['fact-missing']);
  const excepted = strength[base] < strength[fallback] ? eachFits(certain, facts) : 'match';
  if (excepted === 'match' && certain[0]?.mode === 'allow') return answer('allow', ids(certain), ['rule']);
  if (excepted === 'match' && certain.length > 0)
    return answer(
      base,
      ids(certain),
      certain.map(() => 'rule'),
    );
  if (fallback === 'allow') return answer('allow', [], ['no-rule']);
  const missing =
    serious ?? unknown.find(({ mode }) => mode === 'allow') ?? (excepted === 'unknown' ? certain[0] : undefined);
  if (!missing) return answer(fallback, [], ['default']);
  return answer(careful > strength[fallback] ? policy.onUnknown : fallback, [missing.id], ['default', 'fact-missing']);
}

/** Whether the rules that let pass what the default would stop are about everybody whom the act brings in. */
function eachFits(rules: readonly Rule[], facts: IntentFacts): Match {
  const brings = ['invite', 'share-with-new-person', 'add-to-project'].includes(facts.intent);
  const newcomers = facts.targets.filter(({ standing }) => !(brings && standing === 'has-seat'));
  if (facts.targets.length < 2) return 'match';
  return all(
    newcomers.map((target) => {
      const each = rules.map(({ when }) => fits(when, target, facts.verifiedDomains));
      return each.includes('match') ? 'match' : each.includes('unknown') ? 'unknown' : 'no-match';
    }),
  );
}

export function referenceMatch({ when }: Rule, facts: IntentFacts, now: string): Match {
  const effect = facts.effect ?? null;
  return all([
    oneOf(when.intents, facts.intent),
    oneOf(when.products, facts.product),
    oneOf(when.cloudIds, facts.cloudId),
    oneOf(
      when.containers?.map((key) => key.toUpperCase()),
      facts.container?.toUpperCase() ?? null,
    ),
    oneOf(when.actorTypes, known(facts.actor.identityType)),
    roles(when.actorRoles, facts.actor),
    anyOf(when.actorGroups, facts.actor.groups ?? null),
    when.actorGroupsExcept ? negate(anyOf(when.actorGroupsExcept, facts.actor.groups ?? null)) : 'match',
    targets(when, facts),
    seats(when, effect),
    cost(when, effect),
    when.time ? inWindow(when.time, now) : 'match',
  ]);
}

function roles(wanted: Rule['when']['actorRoles'], { roles: held, openRoles }: IntentFacts['actor']): Match {
  const found = anyOf(wanted, held ?? null);
  const open = wanted?.some((role) => openRoles?.includes(role)) ?? false;
  return found === 'no-match' && open ? 'unknown' : found;
}

function targets(when: Rule['when'], facts: IntentFacts): Match {
  const names = [
    'targetTypes',
    'targetDomains',
    'targetDomainsExcept',
    'targetOnVerifiedDomain',
    'targetGroups',
    'targetStandings',
  ] as const;
  if (names.every((name) => when[name] === undefined)) return 'match';
  if (facts.targets.length === 0) return 'unknown';
  const each = facts.targets.map((target) => fits(when, target, facts.verifiedDomains));
  return each.includes('match') ? 'match' : each.includes('unknown') ? 'unknown' : 'no-match';
}

function fits(when: Rule['when'], target: IntentTarget, verified: readonly string[] | null): Match {
  const domain = target.email === null ? null : domainOf(target.email);
  const standings = when.targetStandings;
  const onVerified = domain === null || verified === null ? null : verified.includes(domain);
  return all([
    oneOf(when.targetTypes, known(target.identityType)),
    oneOf(when.targetDomains, domain),
    when.targetDomainsExcept ? negate(oneOf(when.targetDomainsExcept, domain)) : 'match',
    when.targetOnVerifiedDomain === undefined ? 'match' : oneOf([when.targetOnVerifiedDomain], onVerified),
    anyOf(when.targetGroups, target.groups ?? null),
    standings && new Set(standings).size === 3 ? 'match' : oneOf(standings, known(target.standing)),
  ]);
}

function seats({ seatsLeft }: Rule['when'], effect: IntentFacts['effect']): Match {
  if (!seatsLeft) return 'match';
  if (!effect) return 'unknown';
  const taking = effect.lines.filter(({ taken }) => taken !== 0).map(({ after }) => after);
  const left = (taking.length === 0 ? [effect.seatsAfter] : taking).map(({ used, total, unlimited }) =>
    unlimited ? Number.POSITIVE_INFINITY : used === null || total === null ? null : total - used,
  );
  // Few when one app has few, enough when all have enough.
  const fewer = (limit: number): Match =>
    left.some((seat) => seat !== null && seat < limit) ? 'match' : left.includes(null) ? 'unknown' : 'no-match';
  const { below, atLeast } = seatsLeft;
  const enough = atLeast === undefined ? 'no-match' : fewer(atLeast);
  return all([
    below === undefined ? 'match' : fewer(below),
    enough === 'match' ? 'no-match' : enough === 'no-match' ? 'match' : 'unknown',
  ]);
}

/** Amounts of the tests have at most two decimals, so cents are exact. */
const cents = (amount: string): number => Math.round(Number(amount) * 100);

function cost({ cost: limit }: Rule['when'], effect: IntentFacts['effect']): Match {
  if (!limit) return 'match';
  if (!effect?.cost.known) return 'unknown';
  const { amount, currency, period } = effect.cost;
  if (currency !== limit.currency || period !== limit.period || Number.isNaN(Number(amount))) return 'unknown';
  const above = limit.above === undefined || cents(amount) > cents(limit.above);
  const below = limit.below === undefined || cents(amount) < cents(limit.below);
  return above && below ? 'match' : 'no-match';
}

/** A window over midnight is two: the evening of the day on which it opens, and the morning after it. */
function inWindow(window: TimeWindow, now: string): Match {
  const at = Date.parse(now);
  if (Number.isNaN(at) || !TimeWindow.safeParse(window).success) return 'unknown';
  const { weekdays, from = '00:00', to = '24:00' } = window;
  const [day, time] = local(window.timeZone, at);
  const yesterday = { mon: 'sun', tue: 'mon', wed: 'tue', thu: 'wed', fri: 'thu', sat: 'fri', sun: 'sat' }[day];
  const opensOn = (name: string | undefined) => !weekdays || weekdays.some((one) => one === name);
  if (from < to) return time >= from && time < to && opensOn(day) ? 'match' : 'no-match';
  return (time >= from && opensOn(day)) || (time < to && opensOn(yesterday)) ? 'match' : 'no-match';
}

function local(timeZone: string, at: number): ['mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', string] {
  const shown = new Date(at).toLocaleString('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const [, day = '', time = ''] = /^(\w{3}).*?(\d{2}:\d{2})$/.exec(shown) ?? [];
  return [day.toLowerCase() as 'mon', time];
}

const known = <T extends string>(value: T): Exclude<T, 'unknown'> | null =>
  value === 'unknown' ? null : (value as Exclude<T, 'unknown'>);

function oneOf<T>(allowed: readonly T[] | undefined, value: T | null): Match {
  if (allowed === undefined) return 'match';
  if (value === null) return 'unknown';
  return allowed.includes(value) ? 'match' : 'no-match';
}

function anyOf<T>(listed: readonly T[] | undefined, values: readonly T[] | null): Match {
  if (listed === undefined) return 'match';
  if (values === null) return 'unknown';
  return values.some((value) => listed.includes(value)) ? 'match' : 'no-match';
}

const negate = (match: Match): Match => (match === 'match' ? 'no-match' : match === 'no-match' ? 'match' : 'unknown');

const all = (matches: readonly Match[]): Match =>
  matches.includes('no-match') ? 'no-match' : matches.includes('unknown') ? 'unknown' : 'match';
