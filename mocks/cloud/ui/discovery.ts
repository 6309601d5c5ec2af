import { randomUUID } from 'node:crypto';
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { holdsSeat } from '../seats.ts';
import type { CloudState, FakeAccount } from '../state.ts';
import type { Store } from '../store.ts';
import { anySite, asViewer, gatewayError, withBody } from './gateway.ts';

const www = 'https://www.atlassian.com/gateway/api';

/** What one could join or try: read by pages before they offer it. Grants nothing. Answers are our guess, unverified. */
export const discoveryHandlers = (store: Store): RequestHandler[] => [
  http.post(`${www}/joinable-sites`, ({ request }) =>
    withBody(store, request, z.object({ products: z.array(z.string()) }), (viewer) =>
      HttpResponse.json({ sites: joinable(store.state, viewer) }),
    ),
  ),
  http.get(`${www}/bxp/signup/auth/xsrf`, ({ request }) =>
    asViewer(store, request, () => HttpResponse.json({ token: randomUUID() })),
  ),
  http.get<{ cloudId: string }>(`${anySite}/gateway/api/xflow/:cloudId/license-information`, ({ request, params }) =>
    asViewer(store, request, () => {
      const site = store.state.sites.find(({ cloudId }) => cloudId === params.cloudId);
      if (!site) return gatewayError(404, 'Unknown site');
      const products = site.products.map(({ product }) => [product, { state: 'ACTIVE' }]);
      return HttpResponse.json({ hostname: `https://${site.host}`, products: Object.fromEntries(products) });
    }),
  ),
  http.get(`${anySite}/gateway/api/site/:cloudId/setting/xflow`, ({ request }) =>
    asViewer(store, request, () => HttpResponse.json({ 'product-suggestions-enabled': true })),
  ),
  ...['ais/available-products', 'available-products/api/available-products'].map((path) =>
    http.get(`${anySite}/gateway/api/${path}`, ({ request }) =>
      asViewer(store, request, (viewer) =>
        HttpResponse.json({ sites: store.state.sites.map((site) => available(store.state, viewer, site)) }),
      ),
    ),
  ),
];

const joinable = (state: CloudState, viewer: FakeAccount) =>
  state.sites
    .filter((site) => !holdsSeat(state, viewer, 'jira-software', site.cloudId))
    .map((site) => ({ cloudId: site.cloudId, url: `https://${site.host}`, displayName: site.name }));

const available = (state: CloudState, viewer: FakeAccount, site: CloudState['sites'][number]) => ({
  cloudId: site.cloudId,
  url: `https://${site.host}`,
  displayName: site.name,
  availableProducts: site.products
    .filter(({ product }) => holdsSeat(state, viewer, product, site.cloudId))
    .map(({ product }) => ({ productType: product })),
});
