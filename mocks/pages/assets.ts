import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'client');
export const ASSETS = '/__assets/';

/** Scripts and styles of the pages. TypeScript is served with its types stripped, so that no build stands between. */
export async function assetFor(url: URL): Promise<Response | undefined> {
  if (url.pathname === '/robots.txt')
    return new Response('User-agent: *\nDisallow: /\n', { headers: { 'content-type': 'text/plain' } });
  if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
  const name = url.pathname.startsWith(ASSETS) ? url.pathname.slice(ASSETS.length) : null;
  if (name === null || !/^[\w-]+\.(?:ts|css)$/.test(name)) return undefined;
  const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return undefined;
  const script = name.endsWith('.ts');
  return new Response(script ? stripTypeScriptTypes(text) : text, {
    headers: {
      'content-type': script ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    },
  });
}
