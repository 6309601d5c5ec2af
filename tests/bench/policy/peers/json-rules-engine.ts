import { Engine, type NestedCondition } from 'json-rules-engine';
import type { Conditions, Outcome } from '../../../../core/policy/index.ts';
import { type Peer, stopping, stops } from '../peer.ts';

/** Rules of one mode have one priority; the engine is stopped once the stronger ones have matched. */
export const jsonRulesEngine: Peer = {
  name: 'json-rules-engine',
  timed: { 20: 1000, 200: 200, 2000: 20 },
  agreed: { 2000: 500 },
  async load(policy, requests) {
    const engine = new Engine([], { allowUndefinedFacts: false });
    for (const { id, mode, when } of stopping(policy))
      engine.addRule({
        name: id,
        priority: stops.length - stops.indexOf(mode),
        conditions: { all: partsOf(when) },
        event: { type: mode },
      });
    engine.on('success', () => engine.stop());
    return async (count) => {
      const answers: Outcome[] = [];
      for (const { flat } of requests.slice(0, count)) {
        const { events } = await engine.run({ ...flat });
        answers.push(stops.find((mode) => events.some(({ type }) => type === mode)) ?? 'allow');
      }
      return answers;
    };
  },
};

const condition = (fact: string, operator: string, value: unknown): NestedCondition => ({ fact, operator, value });

const oneOf = (fact: string, values: readonly string[] | undefined, operator = 'in'): NestedCondition[] =>
  values === undefined ? [] : [condition(fact, operator, values)];

function partsOf(when: Conditions): NestedCondition[] {
  return [
    ...oneOf('intent', when.intents),
    ...oneOf('product', when.products),
    ...oneOf('site', when.cloudIds),
    ...oneOf('actorType', when.actorTypes),
    ...oneOf('targetType', when.targetTypes),
    ...oneOf('domain', when.targetDomains),
    ...oneOf('domain', when.targetDomainsExcept, 'notIn'),
    ...oneOf('standing', when.targetStandings),
    ...(when.actorGroups ? [{ any: when.actorGroups.map((id) => condition('groups', 'contains', id)) }] : []),
    ...(when.actorGroupsExcept ?? []).map((id) => condition('groups', 'doesNotContain', id)),
    ...(when.seatsLeft?.below === undefined ? [] : [condition('seatsLeft', 'lessThan', when.seatsLeft.below)]),
  ];
}
