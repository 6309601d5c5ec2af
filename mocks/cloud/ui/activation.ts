import { randomUUID } from 'node:crypto';
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { FakeAccount } from '../state.ts';
import { type Store, withEvent } from '../store.ts';
import { anySite, withBody } from './gateway.ts';

const www = 'https://www.atlassian.com/gateway/api';
const Activate = z.object({ productKey: z.string().optional(), product: z.string().optional() }).loose();

/** Starting a product, a trial or an organization. Paths of a 2025 crawl; that "Try" in a page calls the first is inferred. */
const addresses = [
  `${anySite}/gateway/api/xflow/:cloudId/activate`,
  `${www}/xflow/:cloudId/activate`,
  `${www}/bxp/signup/activate-product`,
  `${www}/bxp/signup/product/activate`,
  `${www}/bxp/signup/cofs-create-organization`,
  `${www}/bxp/signup/cofs-activate-product-existing`,
  `${www}/bxp/signup/v1/order/:orderId/activation`,
  `${www}/cloud/signup`,
];

export const activationHandlers = (store: Store): RequestHandler[] =>
  addresses.map((address) =>
    http.post(address, ({ request }) =>
      withBody(store, request, Activate, (viewer, body) => {
        activate(store, viewer, body.productKey ?? body.product ?? 'unknown');
        return HttpResponse.json({ provisioningRequestId: randomUUID() }, { status: 202 });
      }),
    ),
  );

function activate(store: Store, viewer: FakeAccount, product: string): void {
  const at = new Date().toISOString();
  store.update((state) =>
    withEvent(
      { ...state, activations: [...state.activations, { accountId: viewer.accountId, product, at }] },
      {
        action: 'product_activated',
        actorId: viewer.accountId,
        context: [{ id: product, type: 'products', attributes: {} }],
        container: [],
      },
    ),
  );
}
