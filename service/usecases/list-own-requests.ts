import { MOST_OPEN } from '../../core/contract/limits.ts';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { Caller, Context } from './context.ts';
import { toOwnRequest } from './own-request.ts';

/** The requests of the person, those that were attached to somebody else's included: the open ones first. */
export async function listOwnRequests(
  { store }: Pick<Context, 'store'>,
  caller: Caller,
): Promise<{ requests: OwnRequest[]; more: number }> {
  const { requests: found, more } = await store.requests.ofPerson(caller.subject, MOST_OPEN);
  const requests = await Promise.all(
    found.map(async (request) => {
      if (request.requester.subject === caller.subject) return toOwnRequest(request, null);
      const attachments = await store.requests.attachments(request.id);
      return toOwnRequest(request, attachments.find(({ person }) => person.subject === caller.subject) ?? null);
    }),
  );
  return { requests, more };
}
