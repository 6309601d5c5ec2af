import { createMongoAbility, type MongoAbility, type MongoQuery, type RawRuleOf, subject } from '@casl/ability';
import type { Conditions } from '../../../../core/policy/index.ts';
import { type Peer, stopping, stops } from '../peer.ts';

/** Intents are subjects, which CASL has an index for; what a rule does is the action. */
export const casl: Peer = {
  name: '@casl/ability',
  async load(policy, requests) {
    const ability = createMongoAbility(
      stopping(policy).map(
        ({ mode, when }): RawRuleOf<MongoAbility> => ({
          action: mode,
          subject: when.intents ?? 'all',
          ...conditionsOf(when),
        }),
      ),
    );
    const subjects = requests.map(({ flat }) => subject(flat.intent, { ...flat, groups: [...flat.groups] }));
    return (count) =>
      subjects.slice(0, count).map((asked) => {
        for (const mode of stops) if (ability.can(mode, asked)) return mode;
        return 'allow';
      });
  },
};

function conditionsOf(when: Conditions): { conditions?: MongoQuery } {
  const conditions: MongoQuery = {
    ...(when.products && { product: { $in: when.products } }),
    ...(when.cloudIds && { site: { $in: when.cloudIds } }),
    ...(when.actorTypes && { actorType: { $in: when.actorTypes } }),
    ...(when.targetTypes && { targetType: { $in: when.targetTypes } }),
    ...(when.targetStandings && { standing: { $in: when.targetStandings } }),
    ...both('domain', when.targetDomains, when.targetDomainsExcept),
    ...both('groups', when.actorGroups, when.actorGroupsExcept),
    ...(when.seatsLeft?.below !== undefined && { seatsLeft: { $lt: when.seatsLeft.below } }),
  };
  return Object.keys(conditions).length === 0 ? {} : { conditions };
}

const both = (name: string, among?: readonly string[], except?: readonly string[]): MongoQuery =>
  among || except ? { [name]: { ...(among && { $in: [...among] }), ...(except && { $nin: [...except] }) } } : {};
