import { type Product, productNamed, productOfOwner } from '../../../core/organization/index.ts';
import { type Ari, arisIn } from '../ari.ts';
import { plainHost, plainPath } from '../plain-address.ts';
import { readRoute } from '../routes.ts';
import { appsMentioned } from './apps-mentioned.ts';
import { recordsBeside, textsIn } from './body.ts';
import { formFields } from './form.ts';
import type { Json } from './json.ts';
import { linksOf } from './links.ts';
import { comesFrom, productsIn } from './product-fields.ts';
import { sitesIn } from './site-fields.ts';

/**
 * What a call says of its app, or of its site. `of-page`: nothing, so the page's word counts. Null: nobody can say which one is
 * meant, because the call names several, or a site as a whole, or could not be read. It is never the first of several.
 */
export type Said<T> = T | null | 'of-page';

/** `of-jira-page`: nothing but that it is one of Jira's family. The page's word counts where it is a page of that. */
export type SaidApp = Said<Product> | 'of-jira-page';

export const isOfPage = (said: SaidApp): said is 'of-page' | 'of-jira-page' =>
  said === 'of-page' || said === 'of-jira-page';

/** Every resource that a call names in its body or in its address. People are resources too, and of no app. */
export function resourcesOf(url: URL, json: Json, body: string | null): Ari[] {
  const called = [...[...url.searchParams].map(([, value]) => value), decoded(url.pathname)];
  // What is no JSON after all is looked through as it stands.
  const texts = json === null ? [...called, body ?? ''] : called.concat(textsIn(json));
  return texts.flatMap(arisIn).filter(({ owner }) => owner.toLowerCase() !== 'identity');
}

/** The app a call is about. */
export function productSaid(url: URL, json: Json, body: string | null, resources: readonly Ari[]): SaidApp {
  const apps = new Set([
    ...resources.map(({ owner }) => productOfOwner(owner)),
    ...productsIn(json),
    ...productsIn(formFields(url.search)),
    ...productOfPath(url.pathname),
  ]);
  const mentioned = [json, formFields(url.search)].flatMap(appsMentioned);
  for (const app of mentioned) if (app !== 'of-jira') apps.add(app);
  // The link to an issue says that it is Jira's, and not which app of Jira it is in.
  for (const app of new Set(recordsBeside(json, comesFrom).flatMap(linksOf).flatMap(productOfLink)))
    if (app !== 'jira-software' || !hasJira(apps)) apps.add(app);
  const isJira = mentioned.includes('of-jira');
  if (apps.size === 0) return body === null ? null : isJira || isOfJira(url.pathname) ? 'of-jira-page' : 'of-page';
  if (isJira && !hasJira(apps)) return null;
  const [only = null] = apps;
  return apps.size === 1 ? only : null;
}

/**
 * The site a call is about: by its resources, by a field for it, or by its path. Null too when it names the host of another site
 * than it is sent to: nobody here knows that one's id.
 */
export function siteSaid(url: URL, json: Json, resources: readonly Ari[]): Said<string> {
  const called = plainHost(url.hostname);
  const sites = new Set<string | null>([
    ...resources.flatMap(({ cloudId, isOddSite }) => (isOddSite ? [null] : (cloudId ?? []))),
    ...sitesIn(json, called),
    ...sitesIn(formFields(url.search), called),
    ...cloudIdInPath(url.pathname),
  ]);
  if (sites.size === 0) return 'of-page';
  const [only = null] = sites;
  return sites.size === 1 ? only : null;
}

const hasJira = (apps: ReadonlySet<Product | null>): boolean => [...apps].some((app) => app?.startsWith('jira'));

/** Jira's own REST; Confluence's lies below `/wiki`. */
const isOfJira = (pathname: string): boolean => plainPath(pathname).startsWith('/rest/');

function productOfPath(pathname: string): Product[] {
  const path = plainPath(pathname);
  const configured = /\/product\/([^/]+)\/access-config(?:\/|$)/.exec(path)?.[1];
  if (configured !== undefined) return [productNamed(configured)];
  if (path.startsWith('/wiki/')) return ['confluence'];
  return path.startsWith('/rest/servicedesk') || path.startsWith('/servicedesk') ? ['jira-servicedesk'] : [];
}

/** The app that a link on a site leads to; null where that is none of those whose addresses are known. */
function productOfLink(link: URL): (Product | null)[] {
  const { site, app } = readRoute(link);
  return site === null ? [] : [app === 'of-jira' ? 'jira-software' : app];
}

const cloudIdInPath = (pathname: string): string[] =>
  /\/(?:site|xflow|cloud)\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/.exec(plainPath(pathname))?.slice(1) ?? [];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: the text stands for itself.
  }
}
