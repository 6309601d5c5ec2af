import { isContainerKey } from '../organization/container-key.ts';
import type { Problem } from '../problem.ts';
import { analyse } from './analyse.ts';
import { problemsOf } from './faults.ts';
import { Policy, type Rule } from './rule.ts';

export type Validation =
  | { readonly ok: true; readonly policy: Policy; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a policy from outside. Problems keep it from being published; warnings do not. Each names the place (`rules.2.when.cost`)
 * and says what to do.
 * @param now ISO date-time: rules that are over are warned about
 */
export function validatePolicy(input: unknown, now: string): Validation {
  const parsed = Policy.safeParse(input);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues, input) };
  const policy = parsed.data;
  const problems = [...sameIds(policy.rules), ...emptyValidity(policy.rules), ...oddKeys(policy.rules)];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, policy, warnings: [...missingBreakGlass(policy), ...findings(policy, now)] };
}

function sameIds(rules: readonly Rule[]): Problem[] {
  const first = new Map<string, number>();
  return rules.flatMap(({ id }, index): Problem[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `Give this rule another id: rule ${earlier + 1} has the id "${id}" already.`;
    return [{ path: `rules.${index}.id`, message }];
  });
}

const emptyValidity = (rules: readonly Rule[]): Problem[] =>
  rules.flatMap(({ validFrom, validUntil }, index) =>
    validFrom !== undefined && validUntil !== undefined && Date.parse(validUntil) <= Date.parse(validFrom)
      ? [{ path: `rules.${index}.validUntil`, message: `Let the rule end after it starts, which is ${validFrom}.` }]
      : [],
  );

/** No act ever has one of these: such a rule would never count. */
const oddKeys = (rules: readonly Rule[]): Problem[] =>
  rules.flatMap(({ when }, index) =>
    (when.containers ?? []).flatMap((key, at) =>
      isContainerKey(key)
        ? []
        : [
            {
              path: `rules.${index}.when.containers.${at}`,
              message:
                'Write the key of one project or space, such as OPS; names, ids and lists in one text match nothing.',
            },
          ],
    ),
  );

/** Without a way out, a policy that blocks too much can only be mended at Atlassian. */
const missingBreakGlass = ({ breakGlass }: Policy): Problem[] =>
  breakGlass.length > 0
    ? []
    : [{ path: 'breakGlass', message: 'Name at least one person whom no rule stops, for the day a rule is wrong.' }];

const advice = {
  shadowed: 'Remove it, or narrow the other rule.',
  overruled: 'The example shows an act that both rules are about.',
  'never-matches': 'Change the conditions, or remove the rule.',
  'no-effect': 'Remove it, or choose a stricter default.',
  expired: 'Remove it, or give it a later end.',
} as const;

const findings = (policy: Policy, now: string): Problem[] =>
  analyse(policy, now).map(({ kind, path, text }) => ({ path, message: `${text} ${advice[kind]}` }));
