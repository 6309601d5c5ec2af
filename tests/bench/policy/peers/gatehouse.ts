import { compilePolicy, decide } from '../../../../core/policy/index.ts';
import type { Peer } from '../peer.ts';
import { NOW } from '../world.ts';

/** Ours, with the reasons, rule ids and prompt of every decision. */
export const gatehouse: Peer = {
  name: 'gatehouse',
  async load(policy, requests) {
    const compiled = compilePolicy(policy);
    return (count) => requests.slice(0, count).map(({ facts }) => decide(facts, compiled, NOW).outcome);
  },
};
