import type { Intent } from '../../../core/policy/index.ts';
import type { Endpoint, HostKind } from './endpoint.ts';

/** Hosts that answer under `/gateway/api`. */
const gateway = ['site', 'admin', 'home', 'website', 'id'] as const;

type Named<N extends string> = Endpoint & { readonly name: N };

const post = <const N extends string>(name: N, on: readonly HostKind[], path: string, intent: Intent): Named<N> => ({
  name,
  methods: ['POST'],
  hosts: on,
  path,
  intent,
  bodyNeeded: false,
});
const put = <const N extends string>(...of: Parameters<typeof post<N>>): Named<N> => ({
  ...post(...of),
  methods: ['PUT'],
});
const postOrPut = <const N extends string>(...of: Parameters<typeof post<N>>): Named<N> => ({
  ...post(...of),
  methods: ['POST', 'PUT'],
});
const read = <N extends string>(endpoint: Named<N>): Named<N> => ({ ...endpoint, bodyNeeded: true });

const uuid = '[0-9a-f-]{36}';
const um = `^/gateway/api/adminhub/(v2/)?um(/v2)?/(org|site)/${uuid}`;
const signUp = '^/gateway/api/bxp/signup/';
const customers = '^/rest/servicedesk/1/pages/people/customers/pagination';
const either = (...paths: readonly string[]): string => paths.join('|');
const organization = `^/gateway/api/admin/v[12]/orgs/${uuid}`;

/**
 * The calls behind Atlassian's own controls. Many were never seen in a capture of today's pages (`sources.ts` says which): they
 * are listed because the path alone names what they do. Reading (GET) grants nothing and is not listed.
 */
const table = [
  post('invitation', gateway, '^/gateway/api/invitations/(v[0-9]+/)?invite$', 'invite'),
  post('home-invitation', gateway, '^/gateway/api/v3/invitations(/[^/]+)*/(invite|request)$', 'invite'),
  read(
    post(
      'access-request',
      gateway,
      '^/gateway/api/invitations/(v[0-9]+/)?access-requests/bulk/request$',
      'request-access',
    ),
  ),
  post(
    'open-invitations',
    gateway,
    '^/gateway/api/invitations/v1/settings/(domain-enabled-signup-promotion|open-invite)$',
    'create-invite-link',
  ),
  read(post('share', gateway, '^/gateway/api/share$', 'share-with-new-person')),
  read(post('graphql', gateway, '^/gateway/api/graphql(/|$)', 'invite')),
  read(post('confluence-graphql', ['site'], '^/(wiki/)?cgraphql$', 'share-with-new-person')),
  post('product-activation', gateway, `^/gateway/api/xflow/${uuid}/activate$`, 'start-app'),
  post(
    'sign-up-activation',
    gateway,
    either(
      `${signUp}(activate-product|cofs-create-organization|cofs-activate-product-existing)$`,
      `${signUp}product/activate$`,
      `${signUp}v1/order/[^/]+/activation$`,
      `${signUp}identity/user-signup$`,
    ),
    'start-app',
  ),
  post('cloud-sign-up', ['website', 'site'], '^/gateway/api/cloud/signup(Anon)?$', 'start-app'),
  post(
    'commerce-activation',
    ['website'],
    either('^/apis/prod/cofs/cloud$', '^/apis/prod/cofs/cloud/[^/]+/activateproducts$'),
    'start-app',
  ),
  put(
    'edition-change',
    gateway,
    '^/gateway/api/billing-ux/cloud/[^/]+/billing/entitlements/[^/]+/edition/[^/]+$',
    'change-plan',
  ),

  post('admin-invite', ['admin'], `${um}/users/invite$`, 'invite'),
  post('admin-group-members', ['admin'], `${um}/groups/[^/]+/members$`, 'add-to-group'),
  post('admin-grant-access', ['admin'], `${um}/users/grant-access$`, 'grant-role'),
  post(
    'admin-app-groups',
    ['admin'],
    either(
      `${um}/product/[^/]+/access-config/[^/]+$`,
      `${um}/product/access-config/(use|admin|external-collaborator|helpseeker)$`,
    ),
    'grant-role',
  ),
  post('organization-invite', ['admin'], `${organization}/users/invite$`, 'invite'),
  post('organization-restore', ['admin'], `${organization}/directories/[^/]+/users/[^/]+/restore$`, 'grant-role'),
  post('organization-role', ['admin'], `${organization}/users/[^/]+/(roles|role-assignments)/assign$`, 'grant-role'),
  post(
    'organization-group-members',
    ['admin'],
    `${organization}/directories/[^/]+/groups/[^/]+/memberships$`,
    'add-to-group',
  ),
  post(
    'organization-group-role',
    ['admin'],
    `${organization}/directories/[^/]+/groups/[^/]+/role-assignments/assign$`,
    'grant-role',
  ),

  post(
    'jsm-invite-customers',
    ['site'],
    either(`${customers}/[^/]+/invite$`, `${customers}/[^/]+/invite/(organisation|resend)$`),
    'create-customer',
  ),
  post('jsm-customer', ['site'], '^/rest/servicedeskapi/customer$', 'create-customer'),
  post('portal-sign-up', ['site'], '^/servicedesk/customer/user/signup$', 'create-customer'),
  post('confluence-invite', ['site'], '^/wiki/api/v2/user/access/invite-by-email$', 'invite'),
  post('jira-create-user', ['site'], '^/rest/api/(2|3|latest)/user$', 'invite'),
  post('jira-group-member', ['site'], '^/rest/api/(2|3|latest)/group/user$', 'add-to-group'),
  post('api-token', ['id'], '^/manage/rest/api-tokens$', 'create-api-token'),
  // New rows go to the end: rules of the network are numbered by row.
  postOrPut('jira-project-role', ['site'], '^/rest/api/(2|3|latest)/project/[^/]+/role/[^/]+$', 'add-to-project'),
  post(
    'confluence-group-member',
    ['site'],
    either('^/wiki/rest/api/group/userbygroupid$', '^/wiki/rest/api/group/user$'),
    'add-to-group',
  ),
  post('jsm-desk-customer', ['site'], '^/rest/servicedeskapi/servicedesk/[^/]+/customer$', 'create-customer'),
  post('jsm-organization-member', ['site'], '^/rest/servicedeskapi/organization/[^/]+/user$', 'create-customer'),
];

export type EndpointName = (typeof table)[number]['name'];
export const endpoints: readonly Endpoint[] = table;
