import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { Product } from '../../../core/organization/index.ts';
import { defaultGroup, joinGroup } from '../grant.ts';
import { productOf } from '../resource.ts';
import { holdsSeat } from '../seats.ts';
import type { CloudState, FakeAccount } from '../state.ts';
import { type Store, withEvent } from '../store.ts';
import { asViewer, gatewayError, withBody } from './gateway.ts';

const Bulk = z.object({
  resources: z.array(z.object({ ari: z.string(), role: z.string(), continueUrl: z.string().optional() })).min(1),
  note: z.string().optional(),
  accessMode: z.enum(['REQUEST_ACCESS', 'DIRECT_ACCESS']).optional(),
  source: z.string().optional(),
});

/** Both on a site and on id.atlassian.com, whose join page asks the same service. */
const origins = ['https://:site.atlassian.net', 'https://id.atlassian.com'];

/** "Request access" and "Join" are one call; the mode tells them apart. Source: teams-client in Atlassian's npm packages. */
export const accessRequestHandlers = (store: Store): RequestHandler[] =>
  origins.flatMap((origin) => [
    http.post(`${origin}/gateway/api/invitations/v1/access-requests/bulk/request`, ({ request }) =>
      withBody(store, request, Bulk, (viewer, body) => {
        const mode = body.accessMode ?? 'REQUEST_ACCESS';
        const answer = [];
        for (const { ari } of body.resources) {
          const resource = productOf(ari);
          const group = resource && defaultGroup(store.state, resource.product, resource.cloudId);
          if (!resource || !group) return gatewayError(400, `Unknown resource ${ari}`);
          const offered = offer(store.state, viewer, ari, resource);
          let result =
            offered === 'REQUEST_ACCESS' || offered === 'DIRECT_ACCESS' ? 'PENDING_REQUEST_CREATED' : offered;
          if (mode === 'DIRECT_ACCESS' && offered !== 'ACCESS_EXISTS') {
            if (offered !== 'DIRECT_ACCESS') {
              answer.push(outcome(ari, mode, 'FORBIDDEN'));
              continue;
            }
            const joined = joinGroup(store.state, viewer.accountId, group, viewer);
            if (joined === 'licence-exceeded')
              return HttpResponse.json(
                { code: 'licence-exceeded', message: 'You have reached your user limit.' },
                { status: 400 },
              );
            store.update(() => joined);
            result = 'ACCESS_GRANTED';
          }
          record(store, viewer, ari, mode, body.note ?? null);
          answer.push(outcome(ari, mode, result));
        }
        return HttpResponse.json(answer);
      }),
    ),
    http.get(`${origin}/gateway/api/invitations/v1/access-requests/capabilities`, ({ request }) =>
      asViewer(store, request, (viewer) => {
        const ari = new URL(request.url).searchParams.get('resource') ?? '';
        const resource = productOf(ari);
        if (!resource) return gatewayError(400, 'resource is missing or unknown');
        const result = offer(store.state, viewer, ari, resource);
        return HttpResponse.json({
          userAccessLevel: viewer.claimStatus === 'managed' ? 'INTERNAL' : 'EXTERNAL',
          verificationStatus: viewer.emailVerified ? 'VERIFIED' : 'UNVERIFIED',
          autojoinAllowed: result === 'DIRECT_ACCESS',
          results: { [ari]: result },
          resultsV2: { [ari]: [{ accessMode: result, role: 'product/member' }] },
        });
      }),
    ),
    http.get(`${origin}/gateway/api/invitations/v1/product-recommendations`, ({ request }) =>
      asViewer(store, request, (viewer) => {
        const joinable = store.state.sites.flatMap((site) =>
          site.products
            .filter(({ product }) => product === 'jira-software' || product === 'confluence')
            .filter(({ product }) => !holdsSeat(store.state, viewer, product, site.cloudId))
            .map(({ product }) => ({
              resourceId: `ari:cloud:${product === 'confluence' ? 'confluence' : 'jira-software'}::site/${site.cloudId}`,
              userAccessLevel: 'INTERNAL',
              mode: 'DOMAIN',
              roleAri: `ari:cloud:${product}::role/product/member`,
              url: `https://${site.host}`,
              displayName: site.name,
              avatarUrl: null,
            })),
        );
        const direct = joinable.filter(({ url }) => url.includes('acme-labs'));
        return HttpResponse.json({
          capability: { DIRECT_ACCESS: direct, REQUEST_ACCESS: joinable.filter((entry) => !direct.includes(entry)) },
        });
      }),
    ),
  ]);

/** What the product offers somebody: the labs site lets people of the company join, elsewhere they ask. */
function offer(
  state: CloudState,
  viewer: FakeAccount,
  ari: string,
  { product, cloudId }: { product: Product; cloudId: string },
): 'ACCESS_EXISTS' | 'PENDING_REQUEST_EXISTS' | 'DIRECT_ACCESS' | 'REQUEST_ACCESS' {
  if (holdsSeat(state, viewer, product, cloudId)) return 'ACCESS_EXISTS';
  const isOpen = state.sites.some((site) => site.cloudId === cloudId && site.name === 'acme-labs');
  if (isOpen && viewer.claimStatus === 'managed') return 'DIRECT_ACCESS';
  const asked = state.accessRequests.some(
    (entry) => entry.accountId === viewer.accountId && entry.ari === ari && entry.mode === 'REQUEST_ACCESS',
  );
  return asked ? 'PENDING_REQUEST_EXISTS' : 'REQUEST_ACCESS';
}

const outcome = (ari: string, mode: string, result: string) => ({
  ari,
  result,
  resultsV2: { [ari]: [{ accessMode: mode, role: 'product/member' }] },
  errorReason: null,
});

function record(
  store: Store,
  viewer: FakeAccount,
  ari: string,
  mode: 'REQUEST_ACCESS' | 'DIRECT_ACCESS',
  note: string | null,
): void {
  store.update((state) =>
    withEvent(
      {
        ...state,
        accessRequests: [
          ...state.accessRequests,
          { accountId: viewer.accountId, ari, mode, note, at: new Date().toISOString() },
        ],
      },
      {
        action: 'user_requested_access',
        actorId: viewer.accountId,
        context: [{ id: ari, type: 'resources', attributes: {} }],
        container: [],
      },
    ),
  );
}
