import { requestRemote, router, view } from '@forge/bridge';
import { tabDrafts } from './drafts.ts';
import type { Host } from './host.ts';
import { locationHistory } from './location-history.ts';

/** As named under `remotes` in forge/manifest.yml. */
const REMOTE = 'gatehouse-service';

/**
 * The panel as a Forge Custom UI resource inside Jira or Confluence. Calls go through Forge, which adds its own token; the
 * frame has no session of ours and no event stream. Unverified against live Forge: everything here follows the package's
 * types and was run against a local bridge only.
 */
export async function forgeHost(): Promise<Host> {
  await view.theme.enable();
  const context = await view.getContext();
  return {
    kind: 'forge',
    history: locationHistory(),
    setTitle: null,
    isUnderHeader: true,
    drafts: tabDrafts(),
    send: (path, { signal: _unsupported, body, ...init }) =>
      requestRemote(REMOTE, { ...init, ...(body === undefined ? {} : { body }), path }),
    restoreSession: async () => ({ state: 'signed-in' }),
    signIn: null,
    signInAsOther: null,
    signOut: null,
    live: 'poll',
    theme: context.theme?.colorMode ?? 'auto',
    // Forge names locales with an underscore in some products and with a hyphen in others (unverified).
    locale: context.locale.replace('_', '-'),
    open: (url) => void router.open(url),
  };
}
