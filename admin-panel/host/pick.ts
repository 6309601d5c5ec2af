import { extensionHost } from './extension.ts';
import type { Host } from './host.ts';
import { standaloneHost } from './standalone.ts';

/**
 * Finds out where the panel runs. Forge puts its bridge into the page before the app's scripts (unverified against live
 * Forge; it is what `@forge/bridge` reads), and its package is loaded only there because it looks for the bridge on import.
 */
export async function pickHost(): Promise<Host> {
  if (location.protocol === 'chrome-extension:' || location.protocol === 'moz-extension:') return extensionHost();
  if ('__bridge' in globalThis) return (await import('./forge.ts')).forgeHost();
  return standaloneHost();
}
