import type { Intent } from '../../../core/policy/intent.ts';
import type { Evidence } from '../selector.ts';
import type { Endpoint, HostKind } from './endpoint.ts';

/** Hosts that answer under `/gateway/api`. */
const gateway = ['site', 'admin', 'home', 'website', 'id'] as const;

const post = (
  name: string,
  on: readonly HostKind[],
  path: string,
  intent: Intent,
  evidence: Evidence,
  source: string,
): Endpoint => ({
  name,
  methods: ['POST'],
  hosts: on,
  path,
  intent,
  bodyNeeded: false,
  evidence,
  source,
});
const put = (...of: Parameters<typeof post>): Endpoint => ({ ...post(...of), methods: ['PUT'] });
const read = (endpoint: Endpoint): Endpoint => ({ ...endpoint, bodyNeeded: true });

const uuid = '[0-9a-f-]{36}';
const um = `^/gateway/api/adminhub/(v2/)?um(/v2)?/(org|site)/${uuid}`;
const organization = `^/gateway/api/admin/v[12]/orgs/${uuid}`;

/**
 * The calls behind Atlassian's own controls. D and I were never seen in a capture of today's pages: unverified, and listed
 * because the path alone names what they do. Reading (GET) grants nothing and is not listed.
 */
export const endpoints: readonly Endpoint[] = [
  post(
    'invitation',
    gateway,
    '^/gateway/api/invitations/(v[0-9]+/)?invite$',
    'invite',
    'D',
    'Invitation client of 2020-21; base path in the admin app of October 2025 (A). Unverified today.',
  ),
  post(
    'home-invitation',
    gateway,
    '^/gateway/api/v3/invitations(/[^/]+)*/(invite|request)$',
    'invite',
    'I',
    'Base path in the Home app (A, October 2025); last path segments taken from the older service, unverified.',
  ),
  read(
    post(
      'access-request',
      gateway,
      '^/gateway/api/invitations/v1/access-requests/bulk/request$',
      'request-access',
      'B',
      'Atlassian’s teams client on npm: both "Join" (accessMode DIRECT_ACCESS) and "Request access".',
    ),
  ),
  post(
    'open-invitations',
    gateway,
    '^/gateway/api/invitations/v1/settings/(domain-enabled-signup-promotion|open-invite)$',
    'create-invite-link',
    'D',
    'Invite modal of 2020-21: lets everybody invite, or a domain join. Unverified today.',
  ),
  read(
    post(
      'share',
      gateway,
      '^/gateway/api/share$',
      'share-with-new-person',
      'B',
      '@atlaskit/share 8.4.0: only recipients given by e-mail are new.',
    ),
  ),
  read(
    post(
      'graphql',
      gateway,
      '^/gateway/api/graphql(/|$)',
      'invite',
      'B',
      'Input types of Atlassian’s GraphQL schema (forge cli-shared 9.8.0); the intent is in the operation.',
    ),
  ),
  read(
    post(
      'confluence-graphql',
      ['site'],
      '^/(wiki/)?cgraphql$',
      'share-with-new-person',
      'I',
      'Confluence’s own GraphQL address; unverified.',
    ),
  ),
  post(
    'product-activation',
    gateway,
    `^/gateway/api/xflow/${uuid}/activate$`,
    'start-app',
    'A',
    'Website app, October 2025; that in-product "Try" uses it is inferred.',
  ),
  post(
    'sign-up-activation',
    gateway,
    '^/gateway/api/bxp/signup/(activate-product|product/activate|cofs-create-organization|cofs-activate-product-existing|v1/order/[^/]+/activation|identity/user-signup)$',
    'start-app',
    'A',
    'Website app, October 2025.',
  ),
  post(
    'cloud-sign-up',
    ['website', 'site'],
    '^/gateway/api/cloud/signup(Anon)?$',
    'start-app',
    'A',
    'Website app, October 2025; which are still live is unknown.',
  ),
  post(
    'commerce-activation',
    ['website'],
    '^/apis/prod/cofs/cloud(/[^/]+/activateProducts)?$',
    'start-app',
    'A',
    'Website app, October 2025; which are still live is unknown.',
  ),
  put(
    'edition-change',
    gateway,
    '^/gateway/api/billing-ux/cloud/[^/]+/billing/entitlements/[^/]+/edition/[^/]+$',
    'start-app',
    'D',
    'Cross-flow code of 2020; unverified today.',
  ),

  post(
    'admin-invite',
    ['admin'],
    `${um}/users/invite$`,
    'invite',
    'D',
    'Script of 2025; the page’s own body was not captured.',
  ),
  post('admin-group-members', ['admin'], `${um}/groups/[^/]+/members$`, 'add-to-group', 'D', 'Script of 2025.'),
  post(
    'admin-grant-access',
    ['admin'],
    `${um}/users/grant-access$`,
    'grant-role',
    'I',
    'Twin of the known revoke-access; never seen, unverified.',
  ),
  post(
    'admin-app-groups',
    ['admin'],
    `${um}/product/[^/]+/access-config/[^/]+$|${um}/product/access-config/(use|admin|external-collaborator|helpseeker)$`,
    'grant-role',
    'D',
    'Gives a group access to an app. Unverified today.',
  ),
  post(
    'organization-invite',
    ['admin'],
    `${organization}/users/invite$`,
    'invite',
    'I',
    'The public Organizations API is called through the gateway (D, 2026); that invite is too is inferred, unverified.',
  ),
  post(
    'organization-restore',
    ['admin'],
    `${organization}/directories/[^/]+/users/[^/]+/restore$`,
    'grant-role',
    'D',
    'Captured beside suspend from the page’s own traffic, 2026: gives access back.',
  ),
  post(
    'organization-role',
    ['admin'],
    `${organization}/users/[^/]+/(roles|role-assignments)/assign$`,
    'grant-role',
    'I',
    'Public path of the Organizations API behind the gateway; unverified.',
  ),
  post(
    'organization-group-members',
    ['admin'],
    `${organization}/directories/[^/]+/groups/[^/]+/memberships$`,
    'add-to-group',
    'I',
    'Public path of the Organizations API behind the gateway; unverified.',
  ),
  post(
    'organization-group-role',
    ['admin'],
    `${organization}/directories/[^/]+/groups/[^/]+/role-assignments/assign$`,
    'grant-role',
    'I',
    'Public path of the Organizations API behind the gateway; unverified.',
  ),

  post(
    'jsm-invite-customers',
    ['site'],
    '^/rest/servicedesk/1/pages/people/customers/pagination/[^/]+/invite(/organisation|/resend)?$',
    'create-customer',
    'C',
    'Several scripts against Cloud sites.',
  ),
  post(
    'jsm-customer',
    ['site'],
    '^/rest/servicedeskapi/customer$',
    'create-customer',
    'B',
    'Public JSM API, reachable with the browser’s session.',
  ),
  post(
    'portal-sign-up',
    ['site'],
    '^/servicedesk/customer/user/signup$',
    'create-customer',
    'C',
    'Portal sign-up; its body is known from one script only.',
  ),
  post(
    'confluence-invite',
    ['site'],
    '^/wiki/api/v2/user/access/invite-by-email$',
    'invite',
    'B',
    'Public Confluence API: any member can invite through it.',
  ),
  post(
    'jira-create-user',
    ['site'],
    '^/rest/api/(2|3|latest)/user$',
    'invite',
    'B',
    'Public Jira API, reachable with the browser’s session.',
  ),
  post(
    'jira-group-member',
    ['site'],
    '^/rest/api/(2|3|latest)/group/user$',
    'add-to-group',
    'B',
    'Public Jira API, reachable with the browser’s session.',
  ),
  post(
    'api-token',
    ['id'],
    '^/manage/rest/api-tokens$',
    'create-api-token',
    'C',
    'Scripts of 2018-23, before scopes and expiry; unverified today.',
  ),

  put(
    'trello-member-by-email',
    ['trello'],
    '^/1/(boards|organizations)/[^/]+/members$',
    'invite',
    'B',
    'Trello’s official reference: adding is PUT.',
  ),
  put(
    'trello-member',
    ['trello'],
    '^/1/(boards|organizations)/[^/]+/members/[^/]+$',
    'add-to-project',
    'B',
    'Trello’s official reference.',
  ),
  put(
    'trello-enterprise-licence',
    ['trello'],
    '^/1/enterprises/[^/]+/members/[^/]+/licensed$',
    'grant-role',
    'B',
    'Trello’s official reference.',
  ),
  put(
    'bitbucket-permission',
    ['bitbucket'],
    '^/(!api/)?2\\.0/(repositories/[^/]+/[^/]+|workspaces/[^/]+/projects/[^/]+)/permissions-config/(users|groups)/[^/]+$',
    'grant-role',
    'B',
    'Bitbucket’s official reference; that the page calls it under /!api is inferred.',
  ),
];
