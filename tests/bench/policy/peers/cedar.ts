import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Conditions } from '../../../../core/policy/index.ts';
import { type Peer, stopping, stops } from '../peer.ts';

/** Every rule is a `forbid`; Cedar names those that were satisfied, and the strongest of them is the outcome. */
export const cedar: Peer = {
  name: '@cedar-policy/cedar-wasm',
  timed: { 20: 1000, 200: 300, 2000: 50 },
  agreed: { 2000: 2000 },
  async load(policy, requests) {
    const rules = stopping(policy);
    const modes = new Map(rules.map(({ id, mode }) => [String(id), mode]));
    const set = `rules-${policy.rules.length}`;
    const parsed = preparsePolicySet(set, {
      staticPolicies: {
        ...Object.fromEntries(rules.map(({ id, when }) => [id, textOf(when)])),
        otherwise: 'permit(principal, action, resource);',
      },
    });
    if (parsed.type === 'failure') throw new Error(parsed.errors.map(({ message }) => message).join('; '));
    const calls = requests.map(({ flat: { intent, groups, ...rest } }) => ({
      principal: { type: 'Person', id: 'somebody' },
      action: { type: 'Action', id: intent },
      resource: { type: 'Organization', id: 'acme' },
      context: { ...rest, groups: [...groups] },
      preparsedPolicySetId: set,
      entities: [],
      validateRequest: false,
    }));
    return (count) =>
      calls.slice(0, count).map((call) => {
        const answer = statefulIsAuthorized(call);
        if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
        const { decision, diagnostics } = answer.response;
        if (decision === 'allow') return 'allow';
        const found = new Set(diagnostics.reason.map((id) => modes.get(id)));
        return stops.find((mode) => found.has(mode)) ?? 'allow';
      });
  },
};

const list = (values: readonly string[]): string => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;

const oneOf = (name: string, values: readonly string[] | undefined): string[] =>
  values === undefined ? [] : [`${list(values)}.contains(context.${name})`];

function textOf(when: Conditions): string {
  const actions = when.intents
    ? `action in [${when.intents.map((intent) => `Action::"${intent}"`).join(', ')}]`
    : 'action';
  const parts = [
    ...oneOf('product', when.products),
    ...oneOf('site', when.cloudIds),
    ...oneOf('actorType', when.actorTypes),
    ...oneOf('targetType', when.targetTypes),
    ...oneOf('domain', when.targetDomains),
    ...oneOf('domain', when.targetDomainsExcept).map((listed) => `!${listed}`),
    ...oneOf('standing', when.targetStandings),
    ...(when.actorGroups ? [`context.groups.containsAny(${list(when.actorGroups)})`] : []),
    ...(when.actorGroupsExcept ? [`!context.groups.containsAny(${list(when.actorGroupsExcept)})`] : []),
    ...(when.seatsLeft?.below === undefined ? [] : [`context.seatsLeft < ${when.seatsLeft.below}`]),
  ];
  return `forbid(principal, ${actions}, resource)${parts.length === 0 ? '' : ` when { ${parts.join(' && ')} }`};`;
}
