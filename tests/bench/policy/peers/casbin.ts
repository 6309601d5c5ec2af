import { newEnforcer, newModelFromString } from 'casbin';
import type { Outcome } from '../../../../core/policy/index.ts';
import { type Peer, stopping } from '../peer.ts';

/** One line a rule, the strongest first; the first that matches ends the search. `*` is a condition that is left out. */
const model = `
[request_definition]
r = act
[policy_definition]
p = intents, products, sites, actorTypes, groups, groupsExcept, types, domains, domainsExcept, standings, seats, mode
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = among(p.intents, r.act.intent) && among(p.products, r.act.product) && among(p.sites, r.act.site) && among(p.actorTypes, r.act.actorType) && among(p.types, r.act.targetType) && among(p.domains, r.act.domain) && except(p.domainsExcept, r.act.domain) && among(p.standings, r.act.standing) && anyAmong(p.groups, r.act.groups) && noneAmong(p.groupsExcept, r.act.groups) && below(p.seats, r.act.seatsLeft)
`;

const listOf = (values: readonly string[] | undefined): string => values?.join('|') ?? '*';

export const casbin: Peer = {
  name: 'casbin',
  timed: { 20: 2000, 200: 500, 2000: 50 },
  agreed: { 2000: 5000 },
  async load(policy, requests) {
    const enforcer = await newEnforcer(newModelFromString(model));
    await enforcer.addPolicies(
      stopping(policy).map(({ mode, when }) => [
        listOf(when.intents),
        listOf(when.products),
        listOf(when.cloudIds),
        listOf(when.actorTypes),
        listOf(when.actorGroups),
        listOf(when.actorGroupsExcept),
        listOf(when.targetTypes),
        listOf(when.targetDomains),
        listOf(when.targetDomainsExcept),
        listOf(when.targetStandings),
        String(when.seatsLeft?.below ?? '*'),
        mode,
      ]),
    );
    const sets = new Map<string, ReadonlySet<string>>();
    const setOf = (list: string): ReadonlySet<string> => {
      const known = sets.get(list) ?? new Set(list.split('|'));
      sets.set(list, known);
      return known;
    };
    const hasAny = (list: string, values: readonly string[]): boolean => values.some((value) => setOf(list).has(value));
    await enforcer.addFunction('among', (list: string, value: string) => list === '*' || setOf(list).has(value));
    await enforcer.addFunction('except', (list: string, value: string) => list === '*' || !setOf(list).has(value));
    await enforcer.addFunction('anyAmong', (list: string, values: string[]) => list === '*' || hasAny(list, values));
    await enforcer.addFunction('noneAmong', (list: string, values: string[]) => list === '*' || !hasAny(list, values));
    await enforcer.addFunction('below', (limit: string, value: number) => limit === '*' || value < Number(limit));
    return (count) =>
      requests.slice(0, count).map(({ flat }) => {
        const [stopped, line] = enforcer.enforceExSync(flat);
        return stopped ? (line.at(-1) as Outcome) : 'allow';
      });
  },
};
