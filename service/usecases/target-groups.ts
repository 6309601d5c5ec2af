import type { TargetGroups } from '../../core/contract/routes/identities.ts';
import type { Target } from '../../core/licence/index.ts';
import { targetGroupsNamed } from '../../core/policy/index.ts';
import type { Reads } from '../../core/ports/store.ts';

/**
 * Which of the groups that the policy names the people are in. Null when no rule names one, so that nothing is told that nobody
 * needs. Of somebody without one certain account nothing is known, except of a new address: it is in no group yet.
 */
export async function targetGroups(
  { directory, policy }: Pick<Reads, 'directory' | 'policy'>,
  targets: readonly Target[],
): Promise<TargetGroups | null> {
  const current = await policy.current();
  const named = current ? targetGroupsNamed(current) : [];
  if (!current || named.length === 0) return null;
  const ids = targets.flatMap(({ accountId }) => accountId ?? []);
  const known = new Set(
    (await directory.accountsById(ids)).flatMap(({ facts, groupsKnown }) => (groupsKnown ? [facts.accountId] : [])),
  );
  const memberships = await directory.groupsOf(ids);
  return {
    policyVersion: current.version,
    groups: targets.map(({ accountId, standing }) => {
      if (accountId === null) return standing === 'new' ? [] : null;
      const held = new Set(memberships.get(accountId)?.map(({ id }) => id));
      return known.has(accountId) ? named.filter((id) => held.has(id)) : null;
    }),
  };
}
