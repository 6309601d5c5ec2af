import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { people } from '../cloud/people.ts';
import { cookieOf, SESSION_COOKIE } from '../cloud/session.ts';
import { accounts } from '../identity-provider/accounts.ts';
import { remote } from './remote.ts';

/** Where the frame's pages stand, on any host of the fake cloud. */
export const FORGE_FRAME = '/forge-frame/';

export interface ForgeOptions {
  readonly serviceUrl: string;
  /** A build of the panel: `dist/panel`. */
  readonly panelDir: string;
}

/**
 * What Jira frames when somebody opens the app: the panel's own build with a bridge in front of it. Live Forge serves the
 * build from its content network and signs remote calls with an invocation token; here the frame is served by the fake
 * cloud and calls carry a session of the viewer's, got through the ordinary sign-in. So this shows the panel inside Jira,
 * and proves nothing about Forge's tokens (unverified against live Forge).
 *
 * Answers `undefined` for addresses that are not the frame's.
 */
export function forgePages({
  serviceUrl,
  panelDir,
}: ForgeOptions): (request: Request) => Promise<Response | undefined> {
  const callRemote = remote(serviceUrl);
  return async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(FORGE_FRAME)) return undefined;
    const path = url.pathname.slice(FORGE_FRAME.length);
    const viewer = viewerOf(request);
    switch (path) {
      case 'bridge/context':
        return Response.json(contextOf(url, viewer?.accountId));
      case 'bridge/fetch-remote':
        return request.method === 'POST' ? callRemote(request, viewer?.subject ?? null) : notFound();
      case 'bridge.js':
        return file(join(import.meta.dirname, 'bridge.js'));
      case '':
      case 'index.html':
        return page(panelDir);
      default:
        return asset(panelDir, path);
    }
  };
}

/** Who looks at the page in Jira, as the identity provider knows them; null when it does not. */
function viewerOf(request: Request): { accountId: string; subject: string } | null {
  const accountId = cookieOf(request, SESSION_COOKIE);
  const person = Object.values(people).find((one) => one.accountId === accountId);
  const account = person && accounts.find(({ email }) => email === person.email);
  return person && account ? { accountId: person.accountId, subject: account.sub } : null;
}

const contextOf = (url: URL, accountId: string | undefined) => ({
  accountId,
  cloudId: '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11',
  siteUrl: url.origin,
  environmentId: 'local',
  environmentType: 'DEVELOPMENT',
  localId: 'gatehouse-local',
  moduleKey: 'gatehouse-jira-admin',
  locale: 'en-US',
  timezone: 'Etc/UTC',
  theme: { colorMode: 'auto' },
  extension: { type: 'jira:adminPage' },
});

/** The bridge must be there before the module scripts run; a classic script without `defer` is. */
async function page(panelDir: string): Promise<Response> {
  const html = await readFile(join(panelDir, 'index.html'), 'utf8');
  return answer(html.replace(/<script type="module"/, '<script src="./bridge.js"></script>\n    $&'), '.html');
}

const asset = (panelDir: string, path: string): Promise<Response> => {
  const target = resolve(panelDir, decodeURIComponent(path));
  return target.startsWith(resolve(panelDir) + sep) ? file(target) : Promise.resolve(notFound());
};

const file = (path: string): Promise<Response> =>
  readFile(path).then(
    (content) => answer(content, extname(path)),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EISDIR') return notFound();
      throw error;
    },
  );

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const answer = (content: string | Buffer<ArrayBuffer>, extension: string): Response =>
  new Response(content, {
    headers: {
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      // As strict as the panel's own (service/http/headers.ts); the frame belongs to this host.
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'self'",
    },
  });

const notFound = (): Response => new Response('Not found\n', { status: 404 });
