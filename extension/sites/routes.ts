import { appOfPath, type PathApp } from './app-of-path.ts';
import { arisIn } from './ari.ts';
import { plainHost, plainPath } from './plain-address.ts';

export type PageProduct = 'jira' | 'confluence' | 'jsm' | 'admin' | 'id' | 'home' | 'bitbucket' | 'trello' | 'unknown';

/** Views of a space that nothing here hangs on are named as Atlassian's path names them: `reports`, `forms`, `approvals`, … */
export type Surface =
  | SpaceView
  | 'issue'
  | 'board'
  | 'backlog'
  | 'list'
  | 'calendar'
  | 'timeline'
  | 'summary'
  | 'navigator'
  | 'for-you'
  | 'space-access'
  | 'queue'
  | 'customers'
  | 'ops'
  | 'helpcenter'
  | 'customer-service'
  | 'portal'
  | 'page'
  | 'space'
  | 'history'
  | 'people'
  | 'team'
  | 'users'
  | 'user'
  | 'groups'
  | 'group'
  | 'app-access'
  | 'apps'
  | 'access-requests'
  | 'discovered-apps'
  | 'api-tokens'
  | 'api-keys'
  | 'join'
  | 'invite-link'
  | 'login'
  | 'unknown';

type SpaceView = string & { readonly spaceView?: never };

export interface JoinTarget {
  /** The product part of the ARI as written, e.g. `jira-software`. */
  readonly product: string;
  /** Null when the ARI names no site, as those of workspaces. */
  readonly cloudId: string | null;
}

export interface Route {
  readonly product: PageProduct;
  readonly surface: Surface;
  /** Whose seat is taken there; null where the address does not say it, as those of administration. */
  readonly app: PathApp | null;
  readonly site: string | null;
  readonly cloudId: string | null;
  readonly orgId: string | null;
  readonly projectKey: string | null;
  readonly join: JoinTarget | null;
}

const nothing = { app: null, site: null, cloudId: null, orgId: null, projectKey: null, join: null } as const;

/** Product, surface and ids that an address alone tells. Unknown hosts and paths are `unknown`, never the nearest thing. */
export function readRoute(url: URL): Route {
  const host = plainHost(url.hostname);
  if (host === 'admin.atlassian.com') return adminRoute(url);
  if (host === 'id.atlassian.com') return idRoute(url);
  if (host === 'home.atlassian.com' || host === 'team.atlassian.com') return homeRoute(url);
  if (host === 'bitbucket.org') return { ...nothing, product: 'bitbucket', surface: 'unknown' };
  if (host === 'trello.com')
    return { ...nothing, product: 'trello', surface: url.pathname.startsWith('/b/') ? 'board' : 'unknown' };
  // The government and isolated hosts are from Atlassian's own navigation code (teams-app-internal-navigation 1.9.0, B).
  const site = /^[a-z0-9-]+\.(?:atlassian\.net|jira\.com|atlassian-us-gov(?:-mod)?\.net|atlassian-isolated\.net)$/.test(
    host,
  )
    ? host
    : null;
  return site ? siteRoute(url, site) : { ...nothing, product: 'unknown', surface: 'unknown' };
}

/** Path, product, and the surface when the path itself does not name it in the group `surface`. */
type Rule = readonly [RegExp, PageProduct, Surface?];

/** A page of a project, at its address of today or of before. */
const project = (rest: string): RegExp =>
  new RegExp(`^/(?:jira/(?<kind>[a-z-]+)/(?:c/)?)?projects/(?<key>[^/]+)${rest}`);

/** First match wins; the group `key` is the key of the project or space. Classic addresses end in the name of a program instead. */
const siteRules: readonly Rule[] = [
  [/^\/wiki\/spaces\/(?<key>[^/]+)\/history\//, 'confluence', 'history'],
  [/^\/wiki\/spaces\/(?<key>[^/]+)\/(?:pages|blog|whiteboard|database)\//, 'confluence', 'page'],
  [/^\/wiki\/spaces\/(?<key>(?!\w+\.action)[^/]+)/, 'confluence', 'space'],
  [/^\/wiki\/spaces\/\w+\.action/, 'confluence', 'space'],
  [/^\/wiki\/display\/(?<key>[^/]+)\/[^/]/, 'confluence', 'page'],
  [/^\/wiki\/display\/(?<key>[^/]+)/, 'confluence', 'space'],
  [/^\/wiki\/pages\/viewpage\.action/, 'confluence', 'page'],
  [/^\/wiki\/people(?:\/|$)/, 'confluence', 'people'],
  [/^\/wiki(?:\/|$)/, 'confluence', 'unknown'],
  // Apps that live on the site beside Jira: not Jira's pages. Paths of all but Compass are inferred: unverified.
  [/^\/(?:compass|goals|rovo|studio|focus|talent|loom)(?:\/|$)/i, 'unknown', 'unknown'],
  [/^\/(?:servicedesk\/customer|helpcenter)(?:\/|$)/, 'jsm', 'portal'],
  [/^\/jira\/servicedesk\/(?:c\/)?projects\/(?<key>[^/]+)\/queues/, 'jsm', 'queue'],
  [/^\/jira\/servicedesk\/(?:c\/)?projects\/(?<key>[^/]+)\/(?:customers|organi[sz]ations?)/, 'jsm', 'customers'],
  [/^\/jira\/customer-service\/(?<surface>customers)/, 'jsm'],
  [/^\/jira\/(?<surface>ops|helpcenter|customer-service)(?:\/|$)/, 'jsm'],
  [/^\/browse\/(?<key>[^/-]+)-\d+/, 'jira', 'issue'],
  [/^\/browse\/(?<key>[^/-]+)(?:\/|$)/, 'jira', 'space'],
  [/^\/plugins\/servlet\/project-config\/(?<key>[^/]+)/, 'jira', 'unknown'],
  // The path of the access page is not confirmed by any capture: unverified.
  [/^\/jira\/(?<kind>[a-z-]+)\/(?:c\/)?projects\/(?<key>[^/]+)\/settings\/access/, 'jira', 'space-access'],
  [project(String.raw`/(?:board(?:/|$)|boards/\d+/?$)`), 'jira', 'board'],
  [project('/issues'), 'jira', 'navigator'],
  [project(String.raw`(?:/boards/\d+)?/(?<surface>[a-z-]+)`), 'jira'],
  [project(''), 'jira', 'space'],
  [/^\/jira\/people\/team\//, 'jira', 'team'],
  [/^\/jira\/people\/[^/]+\/boards\//, 'jira', 'board'],
  [/^\/jira\/people(?:\/|$)/, 'jira', 'people'],
  [/^\/jira\/for-you/, 'jira', 'for-you'],
  [/^\/issues(?:\/|$)/, 'jira', 'navigator'],
  [/^\/secure\/RapidBoard\.jspa/, 'jira', 'board'],
];

function siteRoute(url: URL, site: string): Route {
  const { pathname } = url;
  const app = appOfPath(pathname);
  const asked = keyInQuery(url);
  for (const [path, product, surface] of siteRules) {
    const match = path.exec(pathname);
    if (!match) continue;
    const { key = asked, kind } = match.groups ?? {};
    return {
      ...nothing,
      app,
      site,
      // Service projects have the paths of all projects and some of their own.
      product: kind === 'servicedesk' ? 'jsm' : product,
      surface: surface ?? (match.groups?.surface as Surface),
      projectKey: key === null ? null : decode(key),
    };
  }
  // Everything else on a site outside `/wiki` is served by Jira (A: the metas of all 18 captured pages), whichever app it is of.
  return { ...nothing, app, site, product: 'jira', surface: 'unknown', projectKey: asked };
}

/** The project or space that a query asks for: by its key, or by the issue that is open. */
function keyInQuery({ pathname, searchParams }: URL): string | null {
  const key = ['projectKey', 'spaceKey', ...(pathname.endsWith('.action') ? ['key'] : [])]
    .map((name) => searchParams.get(name))
    .find((value) => value !== null && /^~?[\w:.-]+$/.test(value));
  if (key || pathname.startsWith('/wiki/')) return key ?? null;
  return /^([A-Z][A-Z0-9_]*)-\d+$/i.exec(searchParams.get('selectedIssue') ?? '')?.[1] ?? null;
}

/** `/o/<orgId>/…` and `/s/<cloudId>/…`, from the route registry of the admin app (A, October 2025). */
const adminSurfaces: Readonly<Record<string, Surface | readonly [list: Surface, one: Surface]>> = {
  users: ['users', 'user'],
  members: ['users', 'user'],
  groups: ['groups', 'group'],
  products: 'apps',
  'atlassian-apps': 'apps',
  apps: 'apps',
  'app-access-settings': 'app-access',
  'user-access-settings': 'app-access',
  signup: 'app-access',
  'user-requests': 'access-requests',
  'access-requests': 'access-requests',
  'discovered-products': 'discovered-apps',
  'shadow-it-apps': 'discovered-apps',
  'api-tokens': 'api-tokens',
  'api-keys': 'api-keys',
  'jira-service-management': 'customers',
};

function adminRoute(url: URL): Route {
  const [, scope, id, section, item] = url.pathname.split('/');
  const surfaces = adminSurfaces[section ?? ''];
  return {
    ...nothing,
    product: 'admin',
    surface: (typeof surfaces === 'string' ? surfaces : surfaces?.[item ? 1 : 0]) ?? 'unknown',
    orgId: scope === 'o' ? (id ?? null) : null,
    cloudId: scope === 's' ? (id ?? null) : null,
  };
}

function homeRoute(url: URL): Route {
  const [, scope, id, section, item] = url.pathname.split('/');
  const surface = section === 'people' ? (item === 'team' ? 'team' : 'people') : 'unknown';
  const orgId = scope === 'o' ? (id ?? null) : null;
  return { ...nothing, product: 'home', surface, orgId, cloudId: url.searchParams.get('cloudId') };
}

/** As `navigations.ts` has it: a language may stand before. */
const joins = /\/join\/user-access(?:\/|$)/;
const invites = /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/invite\//;

function idRoute(url: URL): Route {
  const pathname = plainPath(url.pathname);
  const base = { ...nothing, product: 'id' } as const;
  const join = joinTargetOf(url);
  if (joins.test(pathname)) return { ...base, surface: 'join', join, cloudId: join?.cloudId ?? null };
  if (invites.test(pathname)) return { ...base, surface: 'invite-link', cloudId: url.searchParams.get('cloudId') };
  if (pathname.startsWith('/login')) return { ...base, surface: 'login', join, cloudId: join?.cloudId ?? null };
  if (pathname.startsWith('/manage-profile/security/api-tokens')) return { ...base, surface: 'api-tokens' };
  return { ...base, surface: 'unknown' };
}

/** The join address may be the page itself or lie, encoded once more, in the login page's `continue` (C). */
function joinTargetOf(url: URL, depth = 0): JoinTarget | null {
  const [ari, other] = arisIn(url.searchParams.getAll('resource').map(decode).join(' ').replaceAll(',', ' '));
  // Two are named: nobody knows which is meant.
  if (joins.test(plainPath(url.pathname)) && ari) return other ? null : { product: ari.owner, cloudId: ari.cloudId };
  const next = url.searchParams.get('continue');
  if (!next || depth >= 2) return null;
  const inner = parseUrl(next) ?? parseUrl(decode(next));
  return inner && joinTargetOf(inner, depth + 1);
}

const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: the text stands for itself.
  }
}
