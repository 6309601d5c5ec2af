import { isNamed, isPortalOnlyId, whomInWords } from '../../../core/identity/index.ts';
import type { AccountId } from '../../../core/ids.ts';
import type { Target } from '../../../core/licence/index.ts';
import { givesMembership } from '../../../core/policy/index.ts';
import type { AccessGrants, GrantResult } from '../../../core/ports/access-grants.ts';
import type { DirectoryGroup } from '../../../core/ports/directory-store.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { byHand, explain, nobodyToAdd, noGroup, portalOnly, syncedGroup } from './explain.ts';

export type Outcome =
  | { readonly kind: 'given'; readonly added: readonly AccountId[]; readonly invited: number }
  /** May work later by itself. */
  | { readonly kind: 'later'; readonly why: string; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'failed'; readonly why: string };

type Step = { readonly accountId: AccountId | null };
type Stopped = Exclude<Outcome, { kind: 'given' }>;

/**
 * Puts everybody a request names into its group at Atlassian. Each step may be repeated without harm, so a process that
 * died half-way is followed by one that starts from the top.
 */
export async function giveAccess(
  grants: AccessGrants,
  request: AccessRequest,
  group: DirectoryGroup | null,
): Promise<Outcome> {
  if (!givesMembership(request.intent)) return { kind: 'failed', why: byHand(request) };
  const names = request.targets.map(nameOf).join(', ');
  if (!request.group || !group) return { kind: 'failed', why: noGroup(request, names) };
  if (group.synced === true) return { kind: 'failed', why: syncedGroup(group.name, names) };
  // Before anybody is added: half a grant is worse than a task that names everybody.
  const unread = request.targets.filter((target) => !isNamed(target));
  if (unread.length > 0) return { kind: 'failed', why: nobodyToAdd(unread.map(nameOf).join(', ')) };
  const added: AccountId[] = [];
  let invited = 0;
  for (const target of request.targets) {
    const step = await giveOne(grants, request, group, target);
    if ('kind' in step) return step;
    if (step.accountId === null) invited++;
    else added.push(step.accountId);
  }
  return { kind: 'given', added, invited };
}

async function giveOne(
  grants: AccessGrants,
  request: AccessRequest,
  group: DirectoryGroup,
  target: Target,
): Promise<Step | Stopped> {
  const who = nameOf(target);
  const stop = (result: GrantResult<unknown> & { ok: false }): Stopped => {
    const why = explain(result.refusal, result.detail, request, who);
    return result.refusal === 'rate-limited' || result.refusal === 'unavailable'
      ? { kind: 'later', why, retryAfterSeconds: result.retryAfterSeconds }
      : { kind: 'failed', why };
  };

  let { accountId } = target;
  if (accountId !== null && isPortalOnlyId(accountId)) return { kind: 'failed', why: portalOnly(who) };
  if (accountId === null) {
    if (target.email === null) return { kind: 'failed', why: nobodyToAdd(who) };
    // The address may have got an account since, perhaps from an attempt of ours that died before it was noted.
    const found = await grants.findByEmail(target.email);
    if (!found.ok) return stop(found);
    accountId = found.value;
  }
  if (accountId === null && target.email !== null) {
    const invited = await grants.invite(target.email, group);
    return invited.ok ? { accountId: null } : stop(invited);
  }
  if (accountId === null) return { kind: 'failed', why: nobodyToAdd(who) };
  const result = await grants.addToGroup(group, accountId);
  return result.ok ? { accountId } : stop(result);
}

const nameOf = (target: Target): string => target.name ?? target.email ?? target.accountId ?? whomInWords(target);
