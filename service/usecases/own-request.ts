import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { Attachment } from '../../core/ports/request-store.ts';
import type { AccessRequest } from '../../core/requests/index.ts';

/** What the person who asked may see. Somebody whose wish was attached sees their own reason and not the other's words. */
export function toOwnRequest(request: AccessRequest, attachment: Attachment | null): OwnRequest {
  const { id, number, state, intent, product, siteHost, ruleName, createdAt, updatedAt, decision, grant, byHand } =
    request;
  const targets = attachment
    ? request.targets.map((target) => (target.accountId === null ? target : { ...target, email: null }))
    : request.targets;
  return {
    id,
    number,
    state,
    intent,
    product,
    siteHost,
    targets,
    reason: attachment?.reason ?? request.reason,
    ruleName,
    createdAt: attachment?.at ?? createdAt,
    updatedAt,
    decisionReason: decision?.reason ?? null,
    decidedBy: decision?.by.name ?? null,
    grantFailure: failureForAsker(state, grant),
    byHand: byHand && { by: byHand.by.name, note: byHand.note },
    invited: targets.flatMap(({ email }) => (email !== null && grant.invited?.includes(email) ? [email] : [])),
  };
}

/** The failure itself tells reviewers about groups, keys and the service's configuration: whoever asked needs none of it. */
function failureForAsker(state: AccessRequest['state'], { failure }: AccessRequest['grant']): string | null {
  if (failure === null) return null;
  return state === 'grant-failed'
    ? 'Gatehouse could not do this by itself. IT can see why and takes it from here.'
    : 'This takes longer than usual. Gatehouse tries again by itself.';
}
