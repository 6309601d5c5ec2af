import { appOfPath, type PathApp } from './app-of-path.ts';
import { truthyKeys } from './metas.ts';

type JiraApp = Exclude<PathApp, 'of-jira'>;

/** Keys of licences. Business projects are Jira's own since Jira Work Management was merged into it. */
const appsOfKeys: ReadonlyMap<string, JiraApp> = new Map([
  ['jira-software', 'jira-software'],
  ['jira-core', 'jira-software'],
  ['jira-servicedesk', 'jira-servicedesk'],
  ['jira-product-discovery', 'jira-product-discovery'],
]);

/**
 * Which app of Jira's family a page is of whose address does not say it, such as an issue's: the one that the page's own navigation
 * leads to for this project (A: sidebar and breadcrumbs), else the only one of the family that the site has a licence for. Null when
 * neither says it. What people write stands in no `nav`.
 */
export function appOfJira(document: Document, project: string | null, licences: string | null): JiraApp | null {
  const linked = new Set(project === null ? [] : appsOfLinks(document, project));
  const licensed = (truthyKeys(licences) ?? []).filter((key) => key.startsWith('jira'));
  const apps = linked.size > 0 ? linked : new Set(licensed.map((key) => appsOfKeys.get(key) ?? null));
  const [only = null] = apps;
  return apps.size === 1 ? only : null;
}

function appsOfLinks(document: Document, project: string): JiraApp[] {
  const links = document.querySelectorAll<HTMLAnchorElement>(`nav a[href*="/projects/${CSS.escape(project)}"]`);
  return [...links].flatMap(({ pathname }) => {
    const app = pathname.split('/projects/')[1]?.split('/')[0] === project ? appOfPath(pathname) : null;
    return app === null || app === 'of-jira' ? [] : [app];
  });
}
