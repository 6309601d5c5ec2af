import { isPortalOnlyId } from '../../../core/identity/index.ts';
import type { AccountId } from '../../../core/ids.ts';
import type { Target } from '../../../core/licence/index.ts';
import type { AccessGrants, GrantRefusal, GrantResult } from '../../../core/ports/access-grants.ts';
import type { DirectoryGroup } from '../../../core/ports/directory-store.ts';
import { type AccessRequest, obstacleTo } from '../../../core/requests/index.ts';
import { explain, halfDone, portalOnly, taskFor } from './explain.ts';

/** Whom an attempt has reached at Atlassian, whatever became of the others. */
interface Reached {
  readonly added: readonly AccountId[];
  /** The addresses an invitation was sent to: nobody is a member before they accept. */
  readonly invited: readonly string[];
}

export type Outcome = Reached &
  (
    | { readonly kind: 'given' }
    /** May work later by itself. */
    | { readonly kind: 'later'; readonly why: string; readonly retryAfterSeconds: number | null }
    | { readonly kind: 'failed'; readonly why: string }
  );

const nobody: Reached = { added: [], invited: [] };
type Refused = GrantResult<unknown> & { readonly ok: false };

/** Who a target is at Atlassian now: an account, or an address that has none yet. */
type Found = { readonly target: Target } & (
  | { readonly accountId: AccountId }
  | { readonly accountId: null; readonly email: string }
);

/**
 * Puts everybody a request names into its group at Atlassian. Everybody is looked at before anybody is added: half a grant is worse
 * than a task that names everybody. Each step may be repeated without harm, so a process that died half-way is followed by one
 * that starts from the top.
 */
export async function giveAccess(
  grants: AccessGrants,
  request: AccessRequest,
  group: DirectoryGroup | null,
): Promise<Outcome> {
  const now = { ...request, group: group && { id: group.id, name: group.name, synced: group.synced === true } };
  const obstacle = obstacleTo(now);
  if (obstacle !== null) return { kind: 'failed', why: taskFor(obstacle, now), ...nobody };
  if (group === null) throw new Error('A request without a group has an obstacle.');

  const found: Found[] = [];
  for (const target of request.targets) {
    const result = await find(grants, target);
    if (!result.ok) return { ...stopped([{ target, result }], request), ...nobody };
    found.push(result.value);
  }
  const customers = found.flatMap(({ target, accountId }) =>
    accountId !== null && isPortalOnlyId(accountId) ? [target] : [],
  );
  if (customers.length > 0) return { kind: 'failed', why: portalOnly(customers, request.targets), ...nobody };
  return addAll(grants, request, group, found);
}

/** Adds one after the other. What Atlassian refuses one of them need not be refused the next; what it refuses everybody is. */
async function addAll(
  grants: AccessGrants,
  request: AccessRequest,
  group: DirectoryGroup,
  found: readonly Found[],
): Promise<Outcome> {
  const added: AccountId[] = [];
  const invited: string[] = [];
  const done: Target[] = [];
  const failed: { target: Target; result: Refused }[] = [];
  for (const one of found) {
    const result =
      one.accountId === null ? await grants.invite(one.email, group) : await grants.addToGroup(group, one.accountId);
    if (result.ok) {
      done.push(one.target);
      if (one.accountId !== null) added.push(one.accountId);
      else invited.push(one.email);
    } else {
      failed.push({ target: one.target, result });
      if (!ofOnePerson.has(result.refusal)) break;
    }
  }
  const reached = { added, invited };
  if (failed.length === 0) return { kind: 'given', ...reached };
  const outcome = stopped(failed, request);
  const left = request.targets.filter((target) => !done.includes(target));
  return { ...outcome, why: halfDone(outcome.why, done, left), ...reached };
}

const ofOnePerson: ReadonlySet<GrantRefusal> = new Set(['not-found', 'refused']);

/** Works later by itself only when nothing else stands in the way. */
function stopped(failed: readonly { target: Target; result: Refused }[], request: AccessRequest) {
  const why = failed.map(({ target, result }) => explain(result.refusal, result.detail, request, target)).join(' ');
  const waits = failed.every(({ result: { refusal } }) => refusal === 'rate-limited' || refusal === 'unavailable');
  const pause = failed.at(-1)?.result.retryAfterSeconds ?? null;
  return waits ? ({ kind: 'later', why, retryAfterSeconds: pause } as const) : ({ kind: 'failed', why } as const);
}

/** The address may have got an account since, perhaps from an attempt of ours that died before it was noted. */
async function find(grants: AccessGrants, target: Target): Promise<GrantResult<Found>> {
  const { accountId, email } = target;
  if (accountId !== null) return { ok: true, value: { target, accountId } };
  if (email === null) throw new Error('A request with somebody nobody named has an obstacle.');
  const found = await grants.findByEmail(email);
  if (!found.ok) return found;
  return {
    ok: true,
    value: found.value === null ? { target, accountId: null, email } : { target, accountId: found.value },
  };
}
