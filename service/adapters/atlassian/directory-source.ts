import { CloudId } from '../../../core/ids.ts';
import type { DirectorySource } from '../../../core/ports/directory-source.ts';
import { AtlassianError } from './errors.ts';
import { type HttpOptions, sendWithRetries } from './http.ts';
import { toDomains, toGroup, toGroupRoles, toProductAccounts, toProductFacts, toSourceAccount } from './mappers.ts';
import { type OrganizationApi, pages, withQuery } from './organization-api.ts';
import * as schemas from './schemas.ts';
import type { SiteApi } from './site-api.ts';

/** Page sizes: the most each operation allows. */
const USERS = 100;
const GROUPS = 100;
const JIRA_USERS = 200;
const CONFLUENCE_USERS = 100;

/** Reads the organization through the Organizations API, and its sites through Jira and Confluence when we may. */
export function directorySource(api: OrganizationApi, site: SiteApi | null, options: HttpOptions): DirectorySource {
  return {
    async organizationName() {
      const answer = await api.get('/v1/orgs/{org}', schemas.Organization, 'reading the organization');
      return answer.data.attributes.name;
    },
    async *domains() {
      const read = (cursor: string | null) =>
        api.get(withQuery('/v1/orgs/{org}/domains', { cursor }), schemas.Domains, 'reading domains');
      for await (const page of pages(read)) yield toDomains(page);
    },
    async *accounts() {
      const read = (cursor: string | null) =>
        api.search(
          '/v2/orgs/{org}/directories/-/users/search',
          { limit: USERS, expand: ['groups', 'platformRoles'], ...(cursor === null ? {} : { cursor }) },
          schemas.Users,
          'reading accounts',
        );
      for await (const page of pages(read)) yield page.data.map(toSourceAccount);
    },
    async *groups() {
      const read = (cursor: string | null) =>
        api.search(
          '/v2/orgs/{org}/directories/-/groups/search',
          { limit: GROUPS, ...(cursor === null ? {} : { cursor }) },
          schemas.Groups,
          'reading groups',
        );
      for await (const page of pages(read)) yield page.data.map(toGroup);
    },
    async rolesOf(group) {
      const path = `/v2/orgs/{org}/directories/${encodeURIComponent(group.directoryId)}/groups/${encodeURIComponent(group.id)}/role-assignments`;
      const read = (cursor: string | null) =>
        api.get(withQuery(path, { cursor }), schemas.GroupRoles, `reading the roles of group ${group.name}`);
      const roles = [];
      for await (const page of pages(read)) roles.push(...toGroupRoles(group, page));
      return roles;
    },
    async cloudIdOf(host) {
      const answer = await sendWithRetries(options, {
        method: 'GET',
        url: `https://${host}/_edge/tenant_info`,
        authorization: null,
        schema: schemas.TenantInfo,
        what: `looking up the site ${host}`,
      });
      return CloudId.parse(answer.cloudId);
    },
    async jiraProducts(host) {
      if (site === null) return null;
      const roles = await site.get(host, '/rest/api/3/applicationrole', schemas.ApplicationRoles, 'reading Jira seats');
      const licence = await site
        .get(host, '/rest/api/3/instance/license', schemas.InstanceLicense, 'reading the Jira plan')
        .catch(unlessMissing);
      return toProductFacts(roles, licence);
    },
    async *jiraAccounts(host) {
      if (site === null) return;
      for (let startAt = 0; ; startAt += JIRA_USERS) {
        const path = withQuery('/rest/api/3/users/search', { startAt, maxResults: JIRA_USERS });
        const users = await site.get(host, path, schemas.JiraUsers, 'reading Jira users');
        if (users.length === 0) return;
        yield toProductAccounts(users);
      }
    },
    async confluenceGuests(host, accountIds) {
      if (site === null) return null;
      const guests = new Map<(typeof accountIds)[number], boolean>();
      for (let from = 0; from < accountIds.length; from += CONFLUENCE_USERS) {
        const asked = accountIds.slice(from, from + CONFLUENCE_USERS);
        const body = { accountIds: asked };
        const answer = await site
          .search(host, '/wiki/api/v2/users-bulk', body, schemas.ConfluenceUsers, 'reading Confluence users')
          .catch(unlessMissing);
        if (answer === null) return null;
        const told = new Map(answer.results.map((user) => [user.accountId, user.isExternalCollaborator]));
        for (const id of asked) {
          const guest = told.get(id);
          if (typeof guest === 'boolean') guests.set(id, guest);
        }
      }
      return guests;
    },
  };
}

/** What this site does not have is not known; every other failure is one. */
function unlessMissing(error: unknown): null {
  if (error instanceof AtlassianError && (error.kind === 'not-found' || error.kind === 'forbidden')) return null;
  throw error;
}
