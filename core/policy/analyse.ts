import type { RuleId } from '../ids.ts';
import { compilePolicy } from './compile.ts';
import { strengthOf } from './compile-rule.ts';
import { contradiction, covers } from './cover.ts';
import { decide } from './decide.ts';
import { matchRule } from './match.ts';
import type { Policy, Rule } from './rule.ts';
import { likelyBoth, type Witness } from './witness.ts';

interface About {
  readonly ruleId: RuleId;
  /** Place of the rule, as in `rules.6`. */
  readonly path: string;
  /** For people. */
  readonly text: string;
}

export type Finding =
  /** Taking the rule away never changes an outcome, because of another rule. Which prompt is shown may change. */
  | (About & { readonly kind: 'shadowed'; readonly by: RuleId })
  /** An exception that another rule overrules, with an act that shows it. */
  | (About & { readonly kind: 'overruled'; readonly by: RuleId; readonly example: Witness })
  /** No facts can satisfy the conditions. */
  | (About & { readonly kind: 'never-matches' })
  /** An `allow` rule where the default is `allow` already. */
  | (About & { readonly kind: 'no-effect' })
  /** Its validity is over at the moment asked about. */
  | (About & { readonly kind: 'expired' });

/**
 * What in a policy does not do what its author may think. Every finding is true; not every truth is found: rules are compared in
 * pairs, so a rule made useless by several others together is missed, and so are exceptions overruled by seats, cost or hours only.
 * @param now ISO date-time
 */
export function analyse(policy: Policy, now: string): Finding[] {
  const compiled = compilePolicy(policy);
  return policy.rules.flatMap((rule, index): Finding[] => {
    if (!rule.enabled) return [];
    const about = { ruleId: rule.id, path: `rules.${index}` };
    const impossible = contradiction(rule.when);
    if (impossible !== null)
      return [{ ...about, kind: 'never-matches', text: `Rule "${rule.name}" can never match: ${impossible}.` }];
    if (rule.validUntil !== undefined && Date.parse(rule.validUntil) <= Date.parse(now))
      return [{ ...about, kind: 'expired', text: `Rule "${rule.name}" has not counted since ${rule.validUntil}.` }];
    if (rule.mode === 'allow' && policy.defaultOutcome === 'allow')
      return [
        {
          ...about,
          kind: 'no-effect',
          text: `Rule "${rule.name}" changes nothing: what no rule stops is allowed anyway, and it overrules no rule.`,
        },
      ];
    const wide = policy.rules.find((other, place) => shadows(other, rule, place < index, policy.onUnknown));
    if (wide)
      return [
        {
          ...about,
          kind: 'shadowed',
          by: wide.id,
          text: `Rule "${rule.name}" can never change the outcome: "${wide.name}" applies whenever it does and is at least as strong.`,
        },
      ];
    return rule.mode === 'allow' ? overruled(rule, about, policy, now, compiled) : [];
  });
}

/** @param before whether `wide` is written first; of two equal rules only the second is superfluous */
function shadows(wide: Rule, narrow: Rule, before: boolean, onUnknown: Policy['onUnknown']): boolean {
  if (wide === narrow || wide.mode === 'observe' || narrow.mode === 'observe') return false;
  if (strengthOf[wide.mode] < strengthOf[narrow.mode] || !covers(wide, narrow)) return false;
  if (!before && wide.mode === narrow.mode && covers(narrow, wide)) return false;
  // Where a fact is missing, the narrow rule may be unknown while the wide one certainly applies: then `onUnknown` must not win.
  const neverUnknown = Object.keys(narrow.when).every((name) => name === 'intents');
  return narrow.mode === 'allow' || neverUnknown || strengthOf[wide.mode] >= strengthOf[onUnknown];
}

function overruled(
  rule: Rule,
  about: Pick<About, 'ruleId' | 'path'>,
  policy: Policy,
  now: string,
  compiled: ReturnType<typeof compilePolicy>,
): Finding[] {
  for (const other of policy.rules) {
    if (strengthOf[other.mode] === 0) continue;
    const example = likelyBoth(rule, other, now);
    if (example === null || !bothApply(rule, other, example)) continue;
    if (decide(example.facts, compiled, example.at).outcome === 'allow') continue;
    const text = `Rule "${rule.name}" allows what "${other.name}" stops, and the stronger rule wins. If this is meant as an exception, make it a condition of "${other.name}".`;
    return [{ ...about, kind: 'overruled', by: other.id, example, text }];
  }
  return [];
}

const bothApply = (a: Rule, b: Rule, { facts, at }: Witness): boolean =>
  matchRule(a, facts, at) === 'match' && matchRule(b, facts, at) === 'match';
