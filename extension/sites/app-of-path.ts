/** The app whose seat is taken at an address; `of-jira` where the address says that it is one of Jira's family, and not which. */
export type PathApp = 'jira-software' | 'jira-servicedesk' | 'jira-product-discovery' | 'confluence' | 'of-jira';

/** Projects by the word for their kind (A: software, core, servicedesk; the two of Product Discovery are inferred: unverified). */
const appsOfKind: ReadonlyMap<string, PathApp> = new Map([
  ['software', 'jira-software'],
  ['core', 'jira-software'],
  ['servicedesk', 'jira-servicedesk'],
  ['polaris', 'jira-product-discovery'],
  ['discovery', 'jira-product-discovery'],
]);

/** First match wins. Boards are Jira's own; issues, projects by their key alone and what lists all of them are of any app of the family. */
const apps: readonly (readonly [RegExp, PathApp])[] = [
  [/^\/wiki(?:\/|$)/, 'confluence'],
  [/^\/(?:servicedesk\/customer|(?:jira\/)?helpcenter)(?:\/|$)/, 'jira-servicedesk'],
  [/^\/(?:jira\/people\/[^/]+\/boards\/|secure\/RapidBoard\.jspa)/, 'jira-software'],
  [
    /^\/(?:browse|projects|issues|secure|jira\/(?:for-you|your-work|people|dashboards|filters|plans|projects))(?:\/|$)/,
    'of-jira',
  ],
];

/** The app of a site's page, as far as its path says it; null for paths of which nobody said whose they are. */
export function appOfPath(pathname: string): PathApp | null {
  const kind = /^\/jira\/([a-z-]+)\/(?:c\/)?projects(?:\/|$)/.exec(pathname)?.[1];
  if (kind !== undefined) return appsOfKind.get(kind) ?? null;
  return apps.find(([path]) => path.test(pathname))?.[1] ?? null;
}
