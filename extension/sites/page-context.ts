import type { AccountId, CloudId, OrgId } from '../../core/ids.ts';
import type { Product } from '../../core/organization/index.ts';
import { accountIdOf } from './account-ids.ts';
import { appOfJira } from './app-of-jira.ts';
import { metasOf } from './metas.ts';
import { type JoinTarget, type PageProduct, type Route, readRoute, type Surface } from './routes.ts';

/** Where we are, as far as the page and its address say it. Every field is null when they do not; nothing is guessed. */
export interface PageContext {
  readonly product: PageProduct;
  readonly surface: Surface;
  /** Whose seat is taken here; null where nothing says it, as on pages of administration and of apps that nobody knows. */
  readonly app: Product | null;
  /** Host name of the customer's site, e.g. `acme.atlassian.net`. */
  readonly site: string | null;
  readonly cloudId: CloudId | null;
  readonly orgId: OrgId | null;
  readonly viewerAccountId: AccountId | null;
  readonly viewerName: string | null;
  readonly projectKey: string | null;
  /** As the page writes it, e.g. `en_US`. */
  readonly locale: string | null;
  /** What a join or request-access page is about. */
  readonly join: JoinTarget | null;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuidOrNull = (value: string | null): string | null => (value && uuid.test(value) ? value.toLowerCase() : null);

/** Reads the address on every call; the metas belong to the first document and do not change with client-side routes (I). */
export function readPageContext(url: URL, document: Document): PageContext {
  const route = readRoute(url);
  const meta = metasOf(document);
  const product = route.product === 'unknown' ? productOfMetas(meta) : route.product;
  const fullName = meta('ajs-remote-user-fullname') ?? meta('ajs-current-user-fullname');
  const account = accountIdOf(meta('ajs-atlassian-account-id'));
  return {
    product,
    surface: route.surface,
    app: appOfPage(route, product, document, meta),
    site: route.site,
    cloudId: (uuidOrNull(meta('ajs-cloud-id')) ?? uuidOrNull(route.cloudId)) as CloudId | null,
    orgId: (uuidOrNull(meta('ajs-org-id')) ?? uuidOrNull(route.orgId)) as OrgId | null,
    // On Jira `ajs-remote-user` is the user key, which must never pass as an account id; on Confluence it is the id (A, 2021).
    viewerAccountId: account ?? (product === 'confluence' ? accountIdOf(meta('ajs-remote-user')) : null),
    viewerName: fullName,
    projectKey: route.projectKey,
    locale: meta('ajs-user-locale') ?? (document.documentElement?.getAttribute('lang') || null),
    join: route.join,
  };
}

/** A customer's own domain has no Atlassian host name: the metas still say which product serves it. */
function productOfMetas(meta: (name: string) => string | null): PageProduct {
  if (meta('confluence-context-path') !== null) return 'confluence';
  return meta('application-name')?.toUpperCase() === 'JIRA' ? 'jira' : 'unknown';
}

/** The app of a page: as its address says, where that is one of a site, else as the metas do. */
function appOfPage(
  { app, site, projectKey }: Route,
  product: PageProduct,
  document: Document,
  meta: ReturnType<typeof metasOf>,
): Product | null {
  const byMetas = product === 'jira' ? 'of-jira' : product === 'confluence' ? product : null;
  const said = site === null ? byMetas : app;
  return said === 'of-jira' ? appOfJira(document, projectKey, meta('ajs-licensed-products')) : said;
}
