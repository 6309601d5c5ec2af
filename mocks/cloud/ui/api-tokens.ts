import { randomUUID } from 'node:crypto';
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { type Store, withEvent } from '../store.ts';
import { gatewayError, withBody } from './gateway.ts';

/** A person making an API token. The call is known from scripts of 2018-19 and 2023: unverified today. */
export const apiTokenHandlers = (store: Store): RequestHandler[] => [
  http.post('https://id.atlassian.com/manage/rest/api-tokens', ({ request }) =>
    withBody(store, request, z.object({ label: z.string().trim().min(1).max(255) }), (viewer, { label }) => {
      if (!request.headers.get('x-csrf-token')) return gatewayError(403, 'XSRF check failed');
      store.update((state) =>
        withEvent(state, {
          action: 'user_token_created',
          actorId: viewer.accountId,
          context: [{ id: viewer.accountId, type: 'users', attributes: { label } }],
          container: [],
        }),
      );
      return HttpResponse.json({ passwordValue: `fake-${randomUUID()}` });
    }),
  ),
];
