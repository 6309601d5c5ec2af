import type { PagesHandler } from '../server/pages-handler.ts';
import { assetFor } from './assets.ts';
import { pageData } from './collect.ts';
import { enter, HOP, takeOver } from './login.ts';
import { shell } from './shell.ts';
import { surfaceOf } from './surface.ts';
import { withXsrfCookie } from './xsrf.ts';

const board = '/jira/software/projects/ACME/boards/1';
const wikiHome = '/wiki/spaces/DOCS/pages/1001/Getting-started';

/** The product pages people see: a shell with the data of the page, drawn by the scripts under `client/`. */
export const pages: PagesHandler = async (request, { store, viewer }) => {
  const url = new URL(request.url);
  const asset = await assetFor(url);
  if (asset) return asset;
  if (url.pathname === HOP) return takeOver(url);
  const surface = surfaceOf(url);
  if (!surface) return undefined;
  if (surface.name === 'login') return enter(request, url, store.state);
  if (!viewer) return found(`https://id.atlassian.com/login?continue=${encodeURIComponent(url.href)}`);
  if (surface.name === 'jira' && /^\/(?:jira\/?)?$/.test(url.pathname)) return found(board);
  if (surface.name === 'confluence' && /^\/wiki\/?$/.test(url.pathname)) return found(wikiHome);
  const page = shell({ surface, viewer, state: store.state, data: pageData(surface, viewer, store.state) });
  return surface.name === 'admin' ? withXsrfCookie(request, page) : page;
};

const found = (location: string) => new Response(null, { status: 302, headers: { location } });
