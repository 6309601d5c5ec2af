import { getResponse, HttpResponse, http, type RequestHandler } from 'msw';
import { credentials } from '../credentials.ts';
import { publicApiHandlers } from '../handlers.ts';
import type { Store } from '../store.ts';
import { asAdmin } from './admin-session.ts';
import { gatewayError } from './gateway.ts';

const base = 'https://admin.atlassian.com/gateway/api/admin/';

/**
 * The administration calls the Organizations API under `/gateway/api/admin/` with the admin's session instead of a key.
 * Seen for users/search, suspend and restore (2026); that it holds for the rest is inferred.
 */
export const adminGatewayHandlers = (store: Store): RequestHandler[] => {
  const handlers = publicApiHandlers(store);
  return [
    http.all(`${base}*`, ({ request }) =>
      asAdmin(store, request, null, async () => {
        const inner = new Request(request.url.replace(base, 'https://api.atlassian.com/admin/'), {
          method: request.method,
          headers: { authorization: `Bearer ${credentials.orgApiKey}`, 'content-type': 'application/json' },
          ...(request.method !== 'GET' && { body: await request.text() }),
        });
        const answer = (await getResponse(handlers, inner)) ?? gatewayError(404, 'Not found');
        return new HttpResponse(answer.body, { status: answer.status, headers: answer.headers });
      }),
    ),
  ];
};
