import type { RequestReads } from '../../core/ports/request-store.ts';
import { type AccessRequest, type Refusal, samePerson } from '../../core/requests/index.ts';
import { type Caller, personOf } from './context.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

/**
 * Core refuses the requester and the targets; somebody whose own wish was attached to the request asked for it just as much,
 * whichever of their sign-ins they decide with.
 */
export async function mayDecide(
  requests: Pick<RequestReads, 'attachments'>,
  request: AccessRequest,
  caller: Caller,
): Promise<Answer> {
  const person = personOf(caller);
  const attachments = await requests.attachments(request.id);
  if (!attachments.some((attachment) => samePerson(attachment.person, person))) return { ok: true };
  const message = 'You asked for the same thing, so you cannot decide this request. Ask another reviewer.';
  return { ok: false, refusal: 'own-request', message };
}
