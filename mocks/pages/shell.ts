import { avatarUrl } from '../cloud/avatars.ts';
import type { CloudState, FakeAccount } from '../cloud/state.ts';
import { ASSETS } from './assets.ts';
import type { Surface } from './surface.ts';

export const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** JSON that may stand inside a script element: `<` would end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://*.atl-paas.net https://secure.gravatar.com",
  "connect-src 'self'",
  "frame-src 'self' http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The first document of a page: metas as the product has them, the page's data, one script. */
export function document(parts: {
  surface: Surface;
  url: URL;
  viewer: FakeAccount;
  state: CloudState;
  data: object;
}): Response {
  const metas = metasOf(parts)
    .map(([name, content]) => `<meta name="${name}" content="${escape(content)}">`)
    .join('\n');
  const jira = parts.surface.name === 'jira';
  const html = `<!DOCTYPE html>
<html lang="en" data-theme="dark:dark light:light spacing:spacing"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${metas}
<title>${jira ? 'Jira' : parts.surface.name === 'confluence' ? 'Confluence' : 'Atlassian'}</title>
<link rel="stylesheet" href="${ASSETS}page.css"></head>
<body${jira ? ' id="jira" class="adg3"' : ''}><div id="root"></div>
<script type="application/json" id="page-data">${inScript(parts.data)}</script>
<script type="module" src="${ASSETS}main.ts"></script></body></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'cache-control': 'no-store',
    },
  });
}

/** Jira and Confluence name the site and the viewer in metas; administration and account pages do not. */
function metasOf({ surface, viewer, state }: Parameters<typeof document>[0]): [string, string][] {
  const { site } = surface;
  if (!site) return [];
  const admin = String(viewer.platformRoles.includes('atlassian/org-admin'));
  if (surface.name === 'confluence')
    return [
      ['ajs-cloud-id', site.cloudId],
      ['ajs-atlassian-account-id', viewer.accountId],
      // Confluence's remote user is the account id; Jira's is not.
      ['ajs-remote-user', viewer.accountId],
      ['ajs-base-url', `https://${site.host}/wiki`],
      ['ajs-context-path', '/wiki'],
      ['ajs-site-title', state.orgName],
      ['ajs-current-user-fullname', viewer.name],
      ['ajs-current-user-avatar-uri-reference', `/wiki/aa-avatar/${viewer.accountId}`],
      ['ajs-user-locale', 'en_US'],
      ['ajs-remote-user-has-licensed-access', 'true'],
      ['ajs-is-confluence-admin', admin],
    ];
  return [
    ['ajs-cloud-id', site.cloudId],
    ['ajs-org-id', state.orgId],
    ['ajs-cloud-name', site.name],
    ['ajs-atlassian-account-id', viewer.accountId],
    ['ajs-remote-user', `ug:33333333-3333-4333-8333-${viewer.accountId.slice(-12)}`],
    ['ajs-remote-user-fullname', viewer.name],
    ['ajs-user-locale', 'en_US'],
    ['ajs-environment', 'prod'],
    ['ajs-region', 'prod-euwest'],
    ['ajs-is-admin', admin],
    ['ajs-is-site-admin', admin],
    ['application-name', 'JIRA'],
    ['ajs-licensed-products', JSON.stringify({ 'jira-software': true, 'jira-servicedesk': true, confluence: true })],
    ['ajs-xflow-product-suggestions-enabled', 'true'],
    ['ajs-avatar', avatarUrl(viewer)],
  ];
}
