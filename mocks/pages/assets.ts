import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { className } from './client/kit/class-names.ts';

const folder = join(import.meta.dirname, 'client');
export const ASSETS = '/__assets/';

/** Style sheets of every page, in order. */
export const styles = ['base', 'frame', 'people', 'dialog', 'board', 'issue', 'table', 'wiki', 'admin', 'account'];

const kept = new Map<string, Response>();

/**
 * Scripts and styles of the pages. TypeScript is served with its types stripped, so that no build stands between; class
 * names in styles become what the scripts make of them.
 */
export async function assetFor(url: URL): Promise<Response | undefined> {
  if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
  const name = url.pathname.startsWith(ASSETS) ? url.pathname.slice(ASSETS.length) : null;
  if (name === null || !/^(?:[\w-]+\/)*[\w-]+\.(?:ts|css)$/.test(name)) return undefined;
  const known = kept.get(name) ?? (await load(name));
  if (known) kept.set(name, known);
  return known?.clone();
}

async function load(name: string): Promise<Response | undefined> {
  const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return undefined;
  const [body, type] = name.endsWith('.ts')
    ? [stripTypeScriptTypes(text), 'text/javascript']
    : [text.replace(/\.([a-z][\w-]*)/gi, (_, selector: string) => `.${className(selector)}`), 'text/css'];
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=60' },
  });
}
