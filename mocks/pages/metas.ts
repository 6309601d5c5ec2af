import type { CloudState, FakeAccount } from '../cloud/state.ts';
import type { Surface } from './surface.ts';

type Metas = readonly (readonly [name: string, content: string])[];

/** Jira and Confluence name the site and the viewer in metas; administration and account pages do not. */
export function metasOf({ name, site }: Surface, viewer: FakeAccount, state: CloudState): Metas {
  if (!site) return [];
  const admin = String(viewer.platformRoles.includes('atlassian/org-admin'));
  if (name === 'confluence')
    return [
      ['ajs-cloud-id', site.cloudId],
      ['ajs-atlassian-account-id', viewer.accountId],
      // Confluence's remote user is the account id (seen in 2021, unverified today); Jira's is not.
      ['ajs-remote-user', viewer.accountId],
      ['confluence-context-path', '/wiki'],
      ['ajs-base-url', `https://${site.host}/wiki`],
      ['ajs-context-path', '/wiki'],
      ['ajs-site-title', state.orgName],
      ['ajs-current-user-fullname', viewer.name],
      ['ajs-current-user-avatar-uri-reference', `/wiki/aa-avatar/${viewer.accountId}`],
      ['ajs-user-locale', 'en_US'],
      ['ajs-confluence-flavour', 'STANDALONE'],
      ['ajs-remote-user-has-licensed-access', 'true'],
      ['ajs-is-confluence-admin', admin],
    ];
  const products =
    site.name === 'acme' ? ['jira-software', 'jira-servicedesk', 'confluence'] : ['jira-software', 'confluence'];
  const units: Record<string, number> =
    site.name === 'acme' ? { 'jira-software': 100, 'jira-servicedesk': 5 } : { 'jira-software': 10 };
  return [
    ['application-name', 'JIRA'],
    ['ajs-cloud-id', site.cloudId],
    ['ajs-org-id', state.orgId],
    ['ajs-cloud-name', site.name],
    ['ajs-atlassian-account-id', viewer.accountId],
    ['ajs-remote-user', `ug:33333333-3333-4333-8333-${viewer.accountId.slice(-12)}`],
    ['ajs-remote-user-fullname', viewer.name],
    ['ajs-user-locale', 'en_US'],
    ['ajs-environment', 'prod'],
    ['ajs-region', 'prod-euwest'],
    ['ajs-is-admin', admin],
    ['ajs-is-site-admin', admin],
    ['ajs-is-sysadmin', 'false'],
    ['ajs-licensed-products', JSON.stringify(Object.fromEntries(products.map((product) => [product, true])))],
    [
      'ajs-product-entitlement-details',
      JSON.stringify(
        Object.fromEntries(Object.entries(units).map(([key, unitCount]) => [key, { unitCount, unlimited: false }])),
      ),
    ],
    ['ajs-xflow-product-suggestions-enabled', 'true'],
    // Empty on modern pages: the project stands in the address.
    ['ghx-project-key', ''],
  ];
}
