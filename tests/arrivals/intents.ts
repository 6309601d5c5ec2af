import { alwaysBlocked, type Intent, itOnlyAccess, PolicyBundle } from '../../core/policy/index.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import type { GuardedRequest } from './case.ts';

const [acme] = organization.sites;
const id = acme.cloudId;
const site = 'https://acme.atlassian.net';
const admin = 'https://admin.atlassian.com/gateway/api';
const um = `${admin}/adminhub/um/org/${organization.orgId}`;
const org = `${admin}/admin/v2/orgs/${organization.orgId}`;

const orgBundle = {
  organization: { orgId: organization.orgId, name: organization.name, domains: [], sites: [] },
  actor: { accountId: people.emma.accountId, identityType: 'managed' as const },
  policy: itOnlyAccess(1),
};

/** What the shipped policy closes on the network for an employee. */
export const closed: readonly string[] = alwaysBlocked(PolicyBundle.parse(orgBundle), '2026-11-26T12:00:00.000Z');

const post = (intent: Intent, url: string): GuardedRequest => ({ intent, method: 'POST', url, decidedBy: 'address' });
const open = (intent: Intent, url: string): GuardedRequest => ({ intent, method: 'GET', url, decidedBy: 'address' });

/** One request for each row of the endpoint table that the address alone decides; a unit test holds the two together. */
export const calls: readonly GuardedRequest[] = [
  post('invite', `${site}/gateway/api/invitations/invite`),
  post('invite', 'https://home.atlassian.com/gateway/api/v3/invitations/people/invite'),
  post('join', `${site}/gateway/api/invitations/v1/access-requests/bulk/request`),
  post('create-invite-link', `${site}/gateway/api/invitations/v1/settings/open-invite`),
  post('start-app', `${site}/gateway/api/xflow/${id}/activate`),
  post('start-app', 'https://www.atlassian.com/gateway/api/bxp/signup/activate-product'),
  post('start-app', 'https://www.atlassian.com/gateway/api/cloud/signup'),
  post('start-app', `https://www.atlassian.com/apis/prod/cofs/cloud/${id}/activateproducts`),
  {
    ...post('change-plan', `${site}/gateway/api/billing-ux/cloud/${id}/billing/entitlements/7/edition/premium`),
    method: 'PUT',
  },
  post('invite', `${um}/users/invite`),
  post('add-to-group', `${um}/groups/7/members`),
  post('grant-role', `${um}/users/grant-access`),
  post('grant-role', `${um}/product/jira/access-config/use`),
  post('invite', `${org}/users/invite`),
  post('grant-role', `${org}/directories/1/users/2/restore`),
  post('grant-role', `${org}/users/2/roles/assign`),
  post('add-to-group', `${org}/directories/1/groups/2/memberships`),
  post('grant-role', `${org}/directories/1/groups/2/role-assignments/assign`),
  post('create-customer', `${site}/rest/servicedesk/1/pages/people/customers/pagination/SUP/invite`),
  post('create-customer', `${site}/rest/servicedeskapi/customer`),
  post('create-customer', `${site}/servicedesk/customer/user/signup`),
  post('invite', `${site}/wiki/api/v2/user/access/invite-by-email`),
  post('invite', `${site}/rest/api/3/user`),
  post('add-to-group', `${site}/rest/api/3/group/user`),
  post('create-api-token', 'https://id.atlassian.com/manage/rest/api-tokens'),
  { ...post('add-to-project', `${site}/rest/api/3/project/ACME/role/10002`), decidedBy: 'body' },
  post('add-to-group', `${site}/wiki/rest/api/group/userByGroupId?groupId=7`),
  post('create-customer', `${site}/rest/servicedeskapi/servicedesk/1/customer`),
  post('create-customer', `${site}/rest/servicedeskapi/organization/5/user`),
];

export const pages: readonly GuardedRequest[] = [
  open('join', 'https://id.atlassian.com/join/user-access'),
  open('join', 'https://id.atlassian.com/invite/p/jira-software'),
  open('start-app', 'https://www.atlassian.com/try/cloud/signup'),
  open('start-app', 'https://www.atlassian.com/software/opsgenie/try'),
];

/** What at Atlassian closes the calls that this policy leaves to the page, because it lets some of them pass. */
const atAtlassian: Readonly<Record<string, string>> = {
  'create-customer': 'Access path 11, JSM customer access: channel Restricted, no sign-up',
  'add-to-project': 'Permission schemes: "Administer projects" for IT only',
  'create-api-token': 'Access path 19, API: authentication policy with "API token creation: blocked"',
};

export const closedCalls: readonly GuardedRequest[] = calls.filter(
  ({ intent, decidedBy }) => decidedBy === 'address' && closed.includes(intent),
);

/** Calls whose address tells all, but which the policy lets somebody do: only the page knows whom. */
export const leftOpen: readonly GuardedRequest[] = calls
  .filter((request) => !closedCalls.includes(request))
  .map((request) => ({ ...request, decidedBy: 'body', closedBy: atAtlassian[request.intent] ?? 'unknown' }));

/** What only their bodies tell apart: the network cannot close them, and the figures say so. */
export const decidedByBody: readonly GuardedRequest[] = [
  {
    ...post('share-with-new-person', `${site}/gateway/api/share`),
    decidedBy: 'body',
    body: { recipients: [{ type: 'external_user', email: 'nina.new@outside.example' }] },
    closedBy: 'Access path 4, user invites: "Require admin approval"',
  },
  {
    ...post('invite', `${site}/gateway/api/graphql`),
    decidedBy: 'body',
    closedBy: 'Access path 4, user invites: "Require admin approval"',
  },
];
