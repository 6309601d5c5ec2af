/** Calls that pages of Atlassian make, or that its API documents, and that give nobody access: none may ever be stopped. */
const site = 'https://acme.atlassian.net';
const admin = 'https://admin.atlassian.com/gateway/api';
const org = '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01';
const person = '712020%3A00000000-aaaa-4bbb-8ccc-000000000005';
const ari = 'ari%3Acloud%3Ajira%3A5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11%3Aissue%2F10001';

export const honestCalls: readonly (readonly [method: string, url: string])[] = [
  ['post', `${site}/gateway/api/share`],
  ['post', `${site}/gateway/api/graphql?operationName=aggUserQuery`],
  ['post', `${site}/gateway/api/v1/recommendations`],
  ['post', `${site}/gateway/api/permissions/bulk/permitted`],
  ['post', `${site}/gateway/api/reactions/reactions/${ari}`],
  ['put', `${site}/gateway/api/watch/${ari}/state`],
  ['post', `${site}/gateway/api/invitations/v1/access-requests/capabilities`],
  ['delete', `${site}/rest/api/3/group/user?groupId=7&accountId=${person}`],
  ['put', `${site}/rest/api/3/user/properties/lead%2Fview?accountId=${person}`],
  ['put', `${site}/rest/api/3/user/columns?accountId=${person}`],
  ['post', `${site}/rest/api/3/issue/ACME-1/watchers`],
  ['post', `${site}/rest/api/3/search/jql?fields=*all`],
  ['put', `${site}/rest/api/3/issue/ACME-1/properties/my%2Fkey%20with%20blanks`],
  ['post', `${site}/rest/api/3/project/ACME/role/10002`],
  ['post', `${site}//rest/api/3/issue`],
  ['post', `${site}/rest/servicedeskapi/request`],
  ['put', `${site}/rest/servicedeskapi/customer/user/${person}/revoke-portal-only-access`],
  ['post', `${site}/wiki/api/v2/users-bulk`],
  ['post', `${site}/wiki/api/v2/user/access/check-access-by-email`],
  ['post', `${site}/wiki/rest/api/content/1001/child/attachment/report%20%28final%29%3B%20v2.pdf/data`],
  ['put', `${site}/wiki/rest/api/space/%7E712020${person}/property/look%26feel`],
  ['post', `${site}/wiki/rest/api/content/1001/label?name=%C3%BCber%2Fall`],
  ['post', `${site}/jira/rest/analytics;v=1/events`],
  ['post', `${admin}/adminhub/um/org/${org}/groups`],
  ['post', `${admin}/adminhub/um/site/${org}/users/revoke-access`],
  ['post', `${admin}/admin/v1/orgs/${org}/users/last-active-date-bulk`],
  ['post', `${admin}/admin/v2/orgs/${org}/directories/1/users/search`],
  ['post', `${admin}/admin/v2/orgs/${org}/directories/1/users/${person}/suspend`],
  ['delete', `${admin}/users/${person}`],
  ['post', `${admin}/users/${person}/deactivate`],
  ['post', `https://id.atlassian.com/rest/check-username?continue=https%3A%2F%2Fid.atlassian.com%2Fjoin%2Fuser-access`],
  ['post', 'https://www.atlassian.com/gateway/api/joinable-sites'],
  ['post', 'https://www.atlassian.com/gateway/api/bitbucket/api/internal/workspace/slug/validate'],
];

export const honestPages: readonly string[] = [
  'https://id.atlassian.com/login?continue=https%3A%2F%2Fid.atlassian.com%2Fjoin%2Fuser-access%3Fresource%3Dx',
  'https://id.atlassian.com/manage-profile/profile-and-visibility',
  'https://id.atlassian.com/invite/pending',
  'https://www.atlassian.com/software/jira/pricing?tryout=1#try',
  'https://www.atlassian.com/de/software/confluence/templates/team%20charter',
  'https://www.atlassian.com/trytondrive',
];
