import { randomUUID } from 'node:crypto';
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { holdsSeat } from '../seats.ts';
import { type Store, withEvent } from '../store.ts';
import { withBody } from './gateway.ts';

const Activate = z.object({ productKey: z.string().optional() }).loose();

/** Starting a product or trial. The paths are from a 2025 crawl; that a page's "Try" calls the first is inferred. */
const addresses = [
  'https://:site.atlassian.net/gateway/api/xflow/:cloudId/activate',
  'https://www.atlassian.com/gateway/api/xflow/:cloudId/activate',
  'https://www.atlassian.com/gateway/api/bxp/signup/activate-product',
  'https://www.atlassian.com/gateway/api/bxp/signup/product/activate',
  'https://www.atlassian.com/gateway/api/bxp/signup/cofs-create-organization',
  'https://www.atlassian.com/gateway/api/bxp/signup/cofs-activate-product-existing',
];

export const activationHandlers = (store: Store): RequestHandler[] => [
  ...addresses.map((address) =>
    http.post(address, ({ request }) =>
      withBody(store, request, Activate, (viewer, body) => {
        const product = body.productKey ?? 'unknown';
        store.update((state) =>
          withEvent(
            {
              ...state,
              activations: [
                ...state.activations,
                { accountId: viewer.accountId, product, at: new Date().toISOString() },
              ],
            },
            {
              action: 'product_activated',
              actorId: viewer.accountId,
              context: [{ id: product, type: 'products', attributes: {} }],
              container: [],
            },
          ),
        );
        return HttpResponse.json({ provisioningRequestId: randomUUID() }, { status: 202 });
      }),
    ),
  ),
  http.post('https://www.atlassian.com/gateway/api/joinable-sites', ({ request }) =>
    withBody(store, request, z.object({ products: z.array(z.string()) }), (viewer) =>
      HttpResponse.json({
        sites: store.state.sites
          .filter((site) => !holdsSeat(store.state, viewer, 'jira-software', site.cloudId))
          .map((site) => ({ cloudId: site.cloudId, url: `https://${site.host}`, displayName: site.name })),
      }),
    ),
  ),
];
