import type { Language } from '../core/words/index.ts';
import { GECKO_ID, MANIFEST_KEY } from './extension-id.ts';
import { DESCRIPTION, nameOf } from './platform/catalogue.ts';

export { EXTENSION_ID } from './extension-id.ts';

export type TargetBrowser = 'chrome' | 'firefox';

/** Every host the extension may see, each for a reason. The service's address is not among them: it answers with CORS. */
export const hosts = {
  /** Jira, Jira Service Management and Confluence: badges, warnings, the guard, and the calls that give access. */
  products: 'https://*.atlassian.net/*',
  /** Inviting people, groups and roles are administered here. */
  admin: 'https://admin.atlassian.com/*',
  /** The pages behind "Join", "Request access" and invitation links. */
  identity: 'https://id.atlassian.com/*',
  /** People directory and its "Add people"; app switcher. */
  home: 'https://home.atlassian.com/*',
  /** Sign-up for new apps and trials (`/try/cloud/...`): navigations are stopped, no content script runs. */
  website: 'https://www.atlassian.com/*',
} as const;

const pagesWithPeople = [hosts.products, hosts.admin, hosts.identity, hosts.home];

/**
 * The MAIN-world guard and the isolated loader. Order matters: the guard must listen before the loader hands it a port. In frames
 * too, also those that a page fills itself; the loader does no more there than answer the guard. Frames that no script reaches in
 * time are the network rules' affair (`docs/limits.md`).
 */
export const contentScripts = { guard: 'guard/main.ts', loader: 'content/loader.ts' } as const;

/** Every frame, and what a page writes into one: `about:`, `data:` and `blob:` frames count as whoever made them. */
const frames = { all_frames: true, match_about_blank: true, match_origin_as_fallback: true } as const;

const icons = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  // Atlaskit in the panel writes style elements at run time; nothing else does.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  // The service's address differs per customer; plain http is accepted by the options page for this computer only.
  'connect-src https: http://127.0.0.1:* http://localhost:*',
  // One policy for every page of the extension. The prompt is framed by the pages it stands over; the rest is not web-accessible.
  `frame-ancestors ${pagesWithPeople.map((pattern) => pattern.replace(/\/\*$/, '')).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The manifest for one browser. `manifest.test.ts` holds it like code: adding a permission is a decision, not an edit. */
export const manifestFor = (browser: TargetBrowser, version: string) => ({
  manifest_version: 3 as const,
  name: 'Gatehouse',
  short_name: 'Gatehouse',
  description: `__MSG_${nameOf(DESCRIPTION)}__`,
  default_locale: 'en' satisfies Language,
  version,
  icons,
  action: { default_title: 'Gatehouse', default_popup: 'popup/index.html', default_icon: icons },
  options_ui: { page: 'options/index.html', open_in_tab: true },
  background:
    browser === 'firefox'
      ? { scripts: ['background/main.ts'], type: 'module' }
      : { service_worker: 'background/main.ts', type: 'module' },
  permissions: [
    // Session, policy and request states between the worker's short lives.
    'storage',
    // The worker is woken to fetch policy, deliver what waits and learn about decisions.
    'alarms',
    // Signing in through the service in the browser's own window.
    'identity',
    // Blocks calls and navigations. Its rules name Atlassian's hosts only; with host access alone they would let pass what pages of
    // other sites start.
    'declarativeNetRequest',
    // Hears that a rule blocked a request, to tell the person and IT what their page does not. It observes on the hosts below and can
    // change nothing.
    'webRequest',
    // Brings the prompt and other languages to the pages that need them, on the hosts below.
    'scripting',
  ],
  host_permissions: Object.values(hosts),
  content_scripts: [
    {
      matches: pagesWithPeople,
      js: [contentScripts.guard],
      run_at: 'document_start',
      world: 'MAIN' as const,
      ...frames,
    },
    {
      matches: pagesWithPeople,
      js: [contentScripts.loader],
      run_at: 'document_start',
      ...frames,
    },
  ],
  web_accessible_resources: [
    // The prompt, at an address that is another one in every session: no page learns by it that Gatehouse is here.
    { resources: ['prompt/index.html'], matches: pagesWithPeople, use_dynamic_url: true },
  ],
  content_security_policy: { extension_pages: csp },
  ...(browser === 'firefox'
    ? {
        browser_specific_settings: {
          gecko: {
            id: GECKO_ID,
            strict_min_version: '142.0',
            data_collection_permissions: {
              required: [
                'authenticationInfo' as const,
                'personallyIdentifyingInfo' as const,
                'websiteActivity' as const,
              ],
            },
          },
        },
      }
    : {
        key: MANIFEST_KEY,
        // `light-dark()` in style sheets is the newest thing used.
        minimum_chrome_version: '123',
        storage: { managed_schema: 'managed-schema.json' },
      }),
});
