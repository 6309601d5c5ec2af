import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { Product } from '../../../core/organization/index.ts';
import { leaveGroup } from '../grant.ts';
import { seatsBought, seatsUsed } from '../seats.ts';
import type { CloudState } from '../state.ts';
import { type Store, withEvent } from '../store.ts';
import { asAdmin } from './admin-session.ts';
import { gatewayError, readJson } from './gateway.ts';

const site = 'https://admin.atlassian.com/gateway/api/adminhub/um/site/:cloudId';
const Groups = z.object({ groups: z.array(z.string()).min(1) });
const Revoke = z.object({ users: z.array(z.string()).min(1), productIds: z.array(Product).min(1) });

/** Product access of one site: a group gets a product, people lose one. Paths of 2020-25 scripts: unverified today. */
export const adminSiteHandlers = (store: Store): RequestHandler[] => [
  http.post<{ cloudId: string; product: string }>(`${site}/product/:product/access-config/use`, ({ request, params }) =>
    asAdmin(store, request, null, async (admin) => {
      const body = await readJson(request, Groups);
      if (!body.ok) return body.refusal;
      const product = Product.safeParse(params.product);
      const { cloudId } = params;
      if (!product.success || !hasProduct(store.state, product.data, cloudId)) return gatewayError(404, 'Not found');
      const grant = { product: product.data, cloudId, role: 'user' as const };
      const after: CloudState = {
        ...store.state,
        groups: store.state.groups.map((group) =>
          body.data.groups.includes(group.id) ? { ...group, grants: [...group.grants, grant] } : group,
        ),
      };
      const bought = seatsBought(after, grant.product, cloudId);
      if (bought !== null && seatsUsed(after, grant.product, cloudId) > bought)
        return gatewayError(409, 'Product License Limit Exceeded');
      store.update(() =>
        withEvent(after, {
          action: 'group_product_access_added',
          actorId: admin.accountId,
          context: body.data.groups.map((id) => ({ id, type: 'groups', attributes: {} })),
          container: [{ id: cloudId, type: 'sites', attributes: { product: grant.product } }],
        }),
      );
      return new HttpResponse(null, { status: 204 });
    }),
  ),
  http.post<{ cloudId: string }>(`${site}/users/revoke-access`, ({ request, params }) =>
    asAdmin(store, request, null, async (admin) => {
      const body = await readJson(request, Revoke);
      if (!body.ok) return body.refusal;
      const { users, productIds } = body.data;
      const giving = store.state.groups.filter(({ grants }) =>
        grants.some(({ product, cloudId }) => cloudId === params.cloudId && productIds.includes(product)),
      );
      for (const account of store.state.accounts.filter(({ accountId }) => users.includes(accountId)))
        for (const group of giving.filter(({ id }) => account.groups.includes(id)))
          store.update((state) => leaveGroup(state, account.accountId, group.id, admin));
      return new HttpResponse(null, { status: 204 });
    }),
  ),
];

const hasProduct = (state: CloudState, product: Product, cloudId: string): boolean =>
  state.sites.some((one) => one.cloudId === cloudId && one.products.some((entry) => entry.product === product));
