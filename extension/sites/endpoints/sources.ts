import type { Evidence } from '../selector.ts';
import type { EndpointName } from './table.ts';

export interface EndpointSource {
  /** D and I were never seen in a capture of today's pages: unverified. */
  readonly evidence: Evidence;
  readonly source: string;
}

/** Where each endpoint is known from. Apart from the table, because pages load that and not this. */
export const endpointSources: Readonly<Record<EndpointName, EndpointSource>> = {
  invitation: {
    evidence: 'D',
    source: 'Invitation client of 2020-21; base path in the admin app of October 2025 (A). Unverified today.',
  },
  'home-invitation': {
    evidence: 'I',
    source: 'Base path in the Home app (A, October 2025); last path segments taken from the older service, unverified.',
  },
  'access-request': {
    evidence: 'B',
    source: 'Atlassian’s teams client on npm: both "Join" (accessMode DIRECT_ACCESS) and "Request access".',
  },
  'open-invitations': {
    evidence: 'D',
    source: 'Invite modal of 2020-21: lets everybody invite, or a domain join. Unverified today.',
  },
  share: { evidence: 'B', source: '@atlaskit/share 8.4.0: only recipients given by e-mail are new.' },
  graphql: {
    evidence: 'B',
    source: 'Input types of Atlassian’s GraphQL schema (forge cli-shared 9.8.0); the intent is in the operation.',
  },
  'confluence-graphql': { evidence: 'I', source: 'Confluence’s own GraphQL address; unverified.' },
  'product-activation': {
    evidence: 'A',
    source: 'Website app, October 2025; that in-product "Try" uses it is inferred.',
  },
  'sign-up-activation': { evidence: 'A', source: 'Website app, October 2025.' },
  'cloud-sign-up': { evidence: 'A', source: 'Website app, October 2025; which are still live is unknown.' },
  'commerce-activation': { evidence: 'A', source: 'Website app, October 2025; which are still live is unknown.' },
  'edition-change': { evidence: 'D', source: 'Cross-flow code of 2020; unverified today.' },
  'admin-invite': { evidence: 'D', source: 'Script of 2025; the page’s own body was not captured.' },
  'admin-group-members': { evidence: 'D', source: 'Script of 2025.' },
  'admin-grant-access': { evidence: 'I', source: 'Twin of the known revoke-access; never seen, unverified.' },
  'admin-app-groups': { evidence: 'D', source: 'Gives a group access to an app. Unverified today.' },
  'organization-invite': {
    evidence: 'I',
    source:
      'The public Organizations API is called through the gateway (D, 2026); that invite is too is inferred, unverified.',
  },
  'organization-restore': {
    evidence: 'D',
    source: 'Captured beside suspend from the page’s own traffic, 2026: gives access back.',
  },
  'organization-role': {
    evidence: 'I',
    source: 'Public path of the Organizations API behind the gateway; unverified.',
  },
  'organization-group-members': {
    evidence: 'I',
    source: 'Public path of the Organizations API behind the gateway; unverified.',
  },
  'organization-group-role': {
    evidence: 'I',
    source: 'Public path of the Organizations API behind the gateway; unverified.',
  },
  'jsm-invite-customers': { evidence: 'C', source: 'Several scripts against Cloud sites.' },
  'jsm-customer': { evidence: 'B', source: 'Public JSM API, reachable with the browser’s session.' },
  'portal-sign-up': { evidence: 'C', source: 'Portal sign-up; its body is known from one script only.' },
  'confluence-invite': { evidence: 'B', source: 'Public Confluence API: any member can invite through it.' },
  'jira-create-user': { evidence: 'B', source: 'Public Jira API, reachable with the browser’s session.' },
  'jira-group-member': { evidence: 'B', source: 'Public Jira API, reachable with the browser’s session.' },
  'api-token': { evidence: 'C', source: 'Scripts of 2018-23, before scopes and expiry; unverified today.' },
  'jira-project-role': {
    evidence: 'B',
    source: 'Public Jira API: people and groups in a role; PUT replaces them all.',
  },
  'confluence-group-member': { evidence: 'B', source: 'Public Confluence API, by the group’s id or its name.' },
  'jsm-desk-customer': { evidence: 'B', source: 'Public JSM API, reachable with the browser’s session.' },
  'jsm-organization-member': { evidence: 'B', source: 'Public JSM API, reachable with the browser’s session.' },
};
