import type { RequestReads } from '../../core/ports/request-store.ts';
import type { AccessRequest, Person, Refusal } from '../../core/requests/index.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

/** Core refuses the requester and the targets; somebody whose own wish was attached to the request asked for it just as much. */
export async function mayDecide(
  requests: Pick<RequestReads, 'attachments'>,
  request: AccessRequest,
  person: Pick<Person, 'subject'>,
): Promise<Answer> {
  const attachments = await requests.attachments(request.id);
  if (!attachments.some((attachment) => attachment.person.subject === person.subject)) return { ok: true };
  const message = 'You asked for the same thing, so you cannot decide this request. Ask another reviewer.';
  return { ok: false, refusal: 'own-request', message };
}
