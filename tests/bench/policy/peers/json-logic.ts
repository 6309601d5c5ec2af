import { LogicEngine } from 'json-logic-engine';
import type { Conditions } from '../../../../core/policy/index.ts';
import { type Peer, stopping } from '../peer.ts';
import type { FlatRequest } from '../world.ts';

type Check = (request: FlatRequest) => unknown;

/** One compiled function a rule, the strongest first, until one is true: faster here than one function for the whole policy. */
export const jsonLogic: Peer = {
  name: 'json-logic-engine',
  async load(policy, requests) {
    const engine = new LogicEngine();
    const rules = stopping(policy).map(({ mode, when }) => ({ mode, check: engine.build(logicOf(when)) as Check }));
    return (count) =>
      requests.slice(0, count).map(({ flat }) => {
        for (const { mode, check } of rules) if (check(flat)) return mode;
        return 'allow';
      });
  },
};

const oneOf = (name: keyof FlatRequest, values: readonly string[] | undefined): unknown[] =>
  values === undefined ? [] : [{ in: [{ var: name }, values] }];

const anyGroup = (groups: readonly string[]): unknown => ({
  or: groups.map((id) => ({ in: [id, { var: 'groups' }] })),
});

function logicOf(when: Conditions): unknown {
  const parts = [
    ...oneOf('intent', when.intents),
    ...oneOf('product', when.products),
    ...oneOf('site', when.cloudIds),
    ...oneOf('actorType', when.actorTypes),
    ...oneOf('targetType', when.targetTypes),
    ...oneOf('domain', when.targetDomains),
    ...oneOf('domain', when.targetDomainsExcept).map((listed) => ({ '!': [listed] })),
    ...oneOf('standing', when.targetStandings),
    ...(when.actorGroups ? [anyGroup(when.actorGroups)] : []),
    ...(when.actorGroupsExcept ? [{ '!': [anyGroup(when.actorGroupsExcept)] }] : []),
    ...(when.seatsLeft?.below === undefined ? [] : [{ '<': [{ var: 'seatsLeft' }, when.seatsLeft.below] }]),
  ];
  return parts.length === 0 ? true : { and: parts };
}
