import { z } from 'zod';
import { AccountId } from '../../../core/ids.ts';
import type { AccessGrants, GrantRefusal, GrantResult } from '../../../core/ports/access-grants.ts';
import type { DirectoryGroup } from '../../../core/ports/directory-store.ts';
import { AtlassianError } from './errors.ts';
import type { OrganizationApi } from './organization-api.ts';
import * as schemas from './schemas.ts';

/** Gives access through groups, which is how Atlassian gives seats. */
export function accessGrants(api: OrganizationApi): AccessGrants {
  const search = (body: object) =>
    api.search('/v2/orgs/{org}/directories/-/users/search', body, schemas.Users, 'looking somebody up');

  const isMember = async (group: DirectoryGroup, accountId: AccountId) => {
    const answer = await search({ accountIds: [accountId], expand: ['groups'] });
    return answer.data.some((user) => user.groups?.some(({ id }) => id === group.id) === true);
  };

  const isSynced = async (group: DirectoryGroup) => {
    const path = '/v2/orgs/{org}/directories/-/groups/search';
    const answer = await api.search(path, { groupNames: [group.name] }, schemas.Groups, 'looking a group up');
    return answer.data.some((found) => found.id === group.id && found.externalSynced === true);
  };

  return {
    findByEmail: (email) =>
      result(async () => {
        const ids = new Set((await search({ emails: [email] })).data.map(({ accountId }) => accountId));
        if (ids.size > 1)
          throw new AtlassianError('refused', 'Atlassian has several accounts of this address.', {
            theirWords: 'Several accounts have this address; which of them is meant, only a person can say.',
          });
        const [id] = ids;
        return id === undefined ? null : AccountId.parse(id);
      }),
    async addToGroup(group, accountId) {
      const path = `/v2/orgs/{org}/directories/${encodeURIComponent(group.directoryId)}/groups/${encodeURIComponent(group.id)}/memberships`;
      const added = await result(async () => {
        try {
          await api.change(path, { accountId }, z.unknown(), `adding somebody to group ${group.name}`);
          return 'added' as const;
        } catch (error) {
          // A conflict without the licence code: whether the person is a member is looked up, never assumed.
          if (error instanceof AtlassianError && error.kind === 'conflict' && (await isMember(group, accountId)))
            return 'was-member' as const;
          throw error;
        }
      });
      if (added.ok || (added.refusal !== 'refused' && added.refusal !== 'unauthorized')) return added;
      const synced = await result(() => isSynced(group));
      return synced.ok && synced.value ? { ...added, refusal: 'synced-group' } : added;
    },
    invite: (email, group) =>
      result(async () => {
        const body = { emails: [email], additionalGroups: [group.id], sendNotification: true };
        const answer = await api.change('/v2/orgs/{org}/users/invite', body, schemas.Invitation, 'inviting somebody');
        // 206: the call worked and this person was not invited; the reason stands in the result.
        for (const { results } of answer.data)
          for (const { groupAssignmentResult } of results)
            for (const { status, statusReason } of groupAssignmentResult ?? [])
              if (status === 'ERROR') throw notInvited(statusReason ?? '');
        return 'invited' as const;
      }),
  };
}

function notInvited(reason: string): AtlassianError {
  const kind = /licen[cs]e|user limit/i.test(reason) ? 'licence-limit' : 'refused';
  return new AtlassianError(kind, 'Atlassian did not invite this person.', { theirWords: reason.slice(0, 300) });
}

const refusals: Record<AtlassianError['kind'], GrantRefusal> = {
  'rate-limited': 'rate-limited',
  unavailable: 'unavailable',
  // An answer nobody understood may have been a success: look again later.
  'not-understood': 'unavailable',
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  'not-found': 'not-found',
  conflict: 'refused',
  'licence-limit': 'licence-limit',
  'no-subscription': 'no-subscription',
  refused: 'refused',
};

async function result<T>(work: () => Promise<T>): Promise<GrantResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof AtlassianError)) throw error;
    return {
      ok: false,
      refusal: refusals[error.kind],
      detail: error.theirWords,
      retryAfterSeconds: error.retryAfterSeconds,
    };
  }
}
