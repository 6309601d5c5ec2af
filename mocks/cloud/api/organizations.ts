import { HttpResponse, http, type RequestHandler } from 'msw';
import type { Store } from '../store.ts';
import { pageOf } from './cursor.ts';
import { badCursor, noOrg } from './errors.ts';
import { v1, withKey } from './organization-key.ts';

const cursorOf = (request: Request) => new URL(request.url).searchParams.get('cursor');

/** Organizations, their directories and domains. */
export const organizationHandlers = (store: Store): RequestHandler[] => {
  const organization = () => ({
    id: store.state.orgId,
    type: 'orgs',
    attributes: { name: store.state.orgName },
    relationships: {},
    links: { self: `${v1}/${store.state.orgId}` },
  });
  return [
    http.get(v1, (call) => withKey(store, call, () => HttpResponse.json({ data: [organization()], links: {} }))),
    http.get(`${v1}/:orgId`, (call) => withKey(store, call, () => HttpResponse.json({ data: organization() }))),
    http.get('https://api.atlassian.com/admin/v2/orgs/:orgId/directories', (call) =>
      withKey(store, call, () =>
        HttpResponse.json({
          data: [{ directoryId: store.state.directoryId, name: 'Default directory', icon: null }],
          links: {},
        }),
      ),
    ),
    http.get(`${v1}/:orgId/domains`, (call) =>
      withKey(store, call, () => {
        const page = pageOf(store.state.domains, 'domains', cursorOf(call.request), 20);
        return page ? HttpResponse.json({ data: page.items.map(toDomain), links: page.links }) : badCursor();
      }),
    ),
    http.get(`${v1}/:orgId/domains/:domainId`, (call) =>
      withKey(store, call, () => {
        const domain = store.state.domains.find(({ id }) => id === call.params.domainId);
        return domain ? HttpResponse.json({ data: toDomain(domain) }) : noOrg();
      }),
    ),
  ];
};

const toDomain = ({ id, name, status, type }: Store['state']['domains'][number]) => ({
  id,
  type: 'domains',
  attributes: { name, claim: { type, status } },
  links: {},
});
