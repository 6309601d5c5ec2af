import { IdentityType } from '../identity/types.ts';
import type { CloudId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import { type CompiledRule, compileRule, targetOf } from './compile-rule.ts';
import { type GeneralAnswers, generalAnswers } from './decision.ts';
import { type IntentFacts, type IntentTarget, isAboutPeople } from './facts.ts';
import { Intent } from './intent.ts';
import { type Asked, askedOf, type Clocks, MAYBE, NO, truthOf } from './match.ts';
import type { Policy } from './rule.ts';

/**
 * Rules of one intent, every list in order of rank. A rule stands in one kind of list only: that of its narrowest condition, which
 * is not asked again there. In `all` and `aimed` rules have all their conditions.
 */
export interface Shelf {
  readonly aboutPeople: boolean;
  readonly all: CompiledRule[];
  readonly bySite: Map<CloudId, CompiledRule[]>;
  readonly byProduct: Map<Product, CompiledRule[]>;
  /** Rules about certain types of people, and the same by type; types that no rule names have an empty list. */
  readonly aimed: CompiledRule[];
  readonly byTargetType: Map<IdentityType, CompiledRule[]>;
  readonly elsewhere: CompiledRule[];
}

/** A policy made ready for many decisions. Opaque: only `decide` and its kin look inside. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly shelves: ReadonlyMap<Intent, Shelf>;
  readonly breakGlass: ReadonlySet<string>;
  /** Whether any rule counts even when everybody has a seat. */
  readonly namesSeat: boolean;
  readonly clocks: Clocks;
  readonly answers: GeneralAnswers;
}

/** What the rules say about one intent. */
export interface Found {
  /** Matching rules that are not only observed, strongest first. */
  certain: readonly CompiledRule[];
  /** In the order of the policy. */
  observed: readonly CompiledRule[];
  /** The strongest rule above `allow` that hangs on a missing fact. */
  open: CompiledRule | null;
  /** The first `allow` rule that does. */
  openAllow: CompiledRule | null;
}

const compiledPolicies = new WeakMap<Policy, CompiledPolicy>();

/**
 * Indexes the rules of a policy, so that a decision costs what the rules that could match cost. Kept for as long as the policy
 * object lives: an object that was compiled or decided with must not be changed afterwards; make a new one.
 */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = compiledPolicies.get(policy);
  if (known !== undefined) return known;
  const rules = policy.rules
    .map((rule, position) => compileRule(rule, position, policy))
    .filter(({ rule }) => rule.enabled)
    .sort((a, b) => a.rank - b.rank);
  const shelves = new Map(Intent.options.map((intent) => [intent, emptyShelf(intent)]));
  for (const rule of rules)
    for (const intent of new Set(rule.rule.when.intents ?? Intent.options)) {
      const shelf = shelves.get(intent);
      if (shelf) shelve(shelf, rule);
    }
  const compiled: CompiledPolicy = {
    policy,
    shelves,
    breakGlass: new Set<string>(policy.breakGlass),
    namesSeat: rules.some(({ namesSeat }) => namesSeat),
    clocks: new Map(),
    answers: generalAnswers(policy.defaultOutcome, policy.version),
  };
  compiledPolicies.set(policy, compiled);
  return compiled;
}

/** Nobody is of unknown type: it means that the type is a missing fact. */
const knownTypes = IdentityType.options.filter((type) => type !== 'unknown');

const emptyShelf = (intent: Intent): Shelf => ({
  aboutPeople: isAboutPeople(intent),
  all: [],
  bySite: new Map(),
  byProduct: new Map(),
  aimed: [],
  byTargetType: new Map(knownTypes.map((type) => [type, []])),
  elsewhere: [],
});

function shelve(shelf: Shelf, rule: CompiledRule): void {
  const { cloudIds, products, targetTypes } = rule.rule.when;
  shelf.all.push(rule);
  if (cloudIds !== undefined) {
    const there = { ...rule, cloudIds: null };
    for (const site of new Set(cloudIds)) push(shelf.bySite, site, there);
  } else if (products !== undefined) {
    const inside = { ...rule, products: null };
    for (const product of new Set(products)) push(shelf.byProduct, product, inside);
  } else if (targetTypes !== undefined) {
    shelf.aimed.push(rule);
    const onSuch = { ...rule, target: targetOf({ ...rule.rule.when, targetTypes: undefined }) };
    for (const type of new Set(targetTypes)) shelf.byTargetType.get(type)?.push(onSuch);
  } else shelf.elsewhere.push(rule);
}

function push<K>(lists: Map<K, CompiledRule[]>, key: K, rule: CompiledRule): void {
  const list = lists.get(key);
  if (list) list.push(rule);
  else lists.set(key, [rule]);
}

/**
 * Asks every rule of a shelf that could match.
 * @param onlySeated whether only rules count that are about people who have a seat
 * @returns null when they have nothing to say
 */
export function findRules(
  shelf: Shelf,
  clocks: Clocks,
  facts: IntentFacts,
  now: string,
  onlySeated: boolean,
): Found | null {
  const { bySite, byProduct, aimed, elsewhere } = shelf;
  const { cloudId, product, targets } = facts;
  // A rule about one place may be about any place that is not known.
  if (cloudId === null || product === null) return askEach(shelf.all, askedOf(facts, now, clocks), null, onlySeated);
  // Not to look into an empty map saves more than it costs.
  const here = bySite.size === 0 ? undefined : bySite.get(cloudId);
  const inProduct = byProduct.size === 0 ? undefined : byProduct.get(product);
  const ofType = aimed.length === 0 ? none : (shelf.byTargetType.get(onlyTypeOf(targets)) ?? aimed);
  // Nearly always nothing is about an act at all, so nothing is made ready for it.
  if (here === undefined && inProduct === undefined && ofType.length === 0 && elsewhere.length === 0) return null;
  const asked = askedOf(facts, now, clocks);
  let found: Found | null = null;
  if (here !== undefined) found = askEach(here, asked, found, onlySeated);
  if (inProduct !== undefined) found = askEach(inProduct, asked, found, onlySeated);
  found = askEach(ofType, asked, found, onlySeated);
  return askEach(elsewhere, asked, found, onlySeated);
}

/** The type of the only target; unknown when there are several, or nobody could read whom it is about. */
const onlyTypeOf = (targets: readonly IntentTarget[]): IdentityType =>
  targets.length === 1 ? (targets[0] as IntentTarget).identityType : 'unknown';

const nothingYet = (): Found => ({ certain: none, observed: none, open: null, openAllow: null });

const none: readonly CompiledRule[] = Object.freeze([]);

/** Asks rules one by one. @returns `before` with what they say; null when nothing was found, there either */
function askEach(
  rules: readonly CompiledRule[],
  asked: Asked,
  before: Found | null,
  onlySeated: boolean,
): Found | null {
  let found = before;
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index] as CompiledRule;
    if (onlySeated && !rule.namesSeat) continue;
    const truth = truthOf(rule, asked);
    if (truth === NO) continue;
    found ??= nothingYet();
    if (truth === MAYBE) noteOpen(found, rule);
    else if (rule.mode === 'observe') found.observed = inserted(found.observed, rule);
    else found.certain = inserted(found.certain, rule);
  }
  return found;
}

function noteOpen(found: Found, rule: CompiledRule): void {
  if (rule.mode === 'observe') return;
  if (rule.mode === 'allow') {
    if (found.openAllow === null || rule.rank < found.openAllow.rank) found.openAllow = rule;
  } else if (found.open === null || rule.rank < found.open.rank) found.open = rule;
}

/** Keeps the order of rank: lists come in order, so a rule nearly always goes to the end. */
function inserted(rules: readonly CompiledRule[], rule: CompiledRule): readonly CompiledRule[] {
  if (rules.length === 0) return [rule];
  // Not the shared empty list, so made by this decision: it may be changed.
  const own = rules as CompiledRule[];
  let at = own.length;
  while (at > 0 && (own[at - 1]?.rank ?? 0) > rule.rank) at -= 1;
  if (at === own.length) own.push(rule);
  else own.splice(at, 0, rule);
  return own;
}
