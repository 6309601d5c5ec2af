import { randomBytes } from 'node:crypto';
import type { CloudState, FakeAccount } from '../cloud/state.ts';
import { ASSETS, styles } from './assets.ts';
import { escapeHtml, htmlResponse, inScript } from './html.ts';
import { metasOf } from './metas.ts';
import type { PageData } from './page-data.ts';
import { spaState } from './spa-state.ts';
import type { Surface } from './surface.ts';

const csp = (nonce: string, forgeUrl: string): string[] => [
  "default-src 'none'",
  `script-src 'self' 'nonce-${nonce}'`,
  // Whether the products let pages start workers of their own making is unverified; letting them is the harder case for us.
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' https://*.atl-paas.net https://secure.gravatar.com",
  "connect-src 'self'",
  `frame-src ${new URL(forgeUrl).origin}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** The first document of a page: metas as the product has them, the page's data, one script. Scripts draw the rest. */
export function shell(parts: { surface: Surface; viewer: FakeAccount; state: CloudState; data: PageData }): Response {
  const { surface, viewer, state, data } = parts;
  const nonce = randomBytes(16).toString('base64');
  const metas = metasOf(surface, viewer, state)
    .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`)
    .join('\n');
  const jira = surface.name === 'jira';
  const title = {
    jira: 'Jira',
    confluence: 'Confluence',
    admin: 'Atlassian Administration',
    join: 'Atlassian account',
    login: '',
  };
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${metas}
<title>${title[surface.name]}</title>
${styles.map((name) => `<link rel="stylesheet" href="${ASSETS}style/${name}.css">`).join('\n')}
</head><body${jira ? ' id="jira" class="adg3"' : ''}><div id="root"></div>
<script type="application/json" id="page-data">${inScript(data)}</script>
${jira ? `<script nonce="${nonce}" data-ssr-data>window.SPA_STATE=${inScript(spaState(data))};</script>` : ''}
<script type="module" src="${ASSETS}main.ts"></script></body></html>`;
  return htmlResponse(html, csp(nonce, data.forgeUrl));
}
