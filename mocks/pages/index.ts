import { avatarUrl } from '../cloud/avatars.ts';
import { byId } from '../cloud/store.ts';
import type { PagesHandler } from '../server/pages-handler.ts';
import { assetFor } from './assets.ts';
import { comments, issues, wikiPage } from './content.ts';
import { enter, HOP, takeOver } from './login.ts';
import { document } from './shell.ts';
import { surfaceOf } from './surface.ts';

/** The product pages people see: a shell with the data of the page, drawn by the scripts under `client/`. */
export const pages: PagesHandler = async (request, { store, viewer }) => {
  const url = new URL(request.url);
  const asset = await assetFor(url);
  if (asset) return asset;
  if (url.pathname === HOP) return takeOver(url);
  const surface = surfaceOf(url);
  if (!surface) return undefined;
  if (surface.name === 'login') return enter(request, url, store.state);
  if (!viewer) {
    const back = `https://id.atlassian.com/login?continue=${encodeURIComponent(url.href)}`;
    return new Response(null, { status: 302, headers: { location: back } });
  }
  const { state } = store;
  const person = (key: string) => {
    const account = byId(state, key);
    if (!account) throw new Error(`the page names ${key}, who is not in the organization`);
    return { id: account.accountId, name: account.name, avatar: avatarUrl(account), type: account.accountType };
  };
  return document({
    surface,
    url,
    viewer,
    state,
    data: {
      surface: surface.name,
      viewer: person(viewer.accountId),
      cloudId: surface.site?.cloudId ?? null,
      orgId: state.orgId,
      people: Object.fromEntries(state.accounts.map(({ accountId }) => [accountId, person(accountId)])),
      issues,
      comments,
      wikiPage,
    },
  });
};
