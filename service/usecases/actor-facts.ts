import { classify } from '../../core/identity/index.ts';
import type { GroupId } from '../../core/ids.ts';
import { holdsSeat } from '../../core/licence/index.ts';
import type { Organization } from '../../core/organization/index.ts';
import { ActorRole, actorGroupsNamed, type Policy, type PolicyBundle } from '../../core/policy/index.ts';
import type { DirectoryAccount, GroupRole } from '../../core/ports/directory-store.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { Caller } from './context.ts';

type Actor = PolicyBundle['actor'];

/** What rules may ask about whoever acts: no more of their groups than the policy names. */
export async function actorFacts(
  { directory }: Pick<Reads, 'directory'>,
  { accountId }: Pick<Caller, 'accountId'>,
  organization: Organization,
  policy: Policy,
): Promise<Actor> {
  const [account] = accountId === null ? [] : await directory.accountsById([accountId]);
  if (!account) return { accountId, identityType: 'unknown', groups: null, roles: null, openRoles: [] };
  const held = new Set(
    (await directory.groupsOf([account.facts.accountId])).get(account.facts.accountId)?.map(({ id }) => id),
  );
  return {
    accountId,
    identityType: classify(account.facts, organization).type,
    groups: account.groupsKnown ? actorGroupsNamed(policy).filter((id) => held.has(id)) : null,
    ...rolesOf(account, held, await directory.roles(), organization),
  };
}

/** Roles that are held, and those of which the directory does not tell. Nobody lists site admins, user access admins or trusted users. */
function rolesOf(
  { facts, groupsKnown }: DirectoryAccount,
  held: ReadonlySet<GroupId>,
  grants: readonly GroupRole[],
  { sites }: Organization,
): Pick<Actor, 'roles' | 'openRoles'> {
  const seen = facts.adminRoles ?? [];
  // An agent is whoever has a seat of Jira Service Management, which groups give.
  const agent = sites.some(({ cloudId }) => holdsSeat(held, grants, 'jira-servicedesk', cloudId));
  const known: Readonly<Record<ActorRole, boolean | null>> = {
    'org-admin': facts.isOrgAdmin,
    'product-admin': facts.isProductAdmin,
    'site-admin': seen.includes('site-admin') || null,
    'user-access-admin': seen.includes('user-access-admin') || null,
    'trusted-user': seen.includes('trusted-user') || null,
    agent: agent || (groupsKnown ? false : null),
  };
  return {
    roles: ActorRole.options.filter((role) => known[role] === true),
    openRoles: ActorRole.options.filter((role) => known[role] === null),
  };
}
