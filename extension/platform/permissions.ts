import { hosts } from '../manifest.ts';
import { api } from './browser.ts';

const origins: string[] = Object.values(hosts);

/**
 * Whether the browser lets us see every Atlassian page that the manifest names. Firefox asks people for it one host at a time, and in
 * every browser they and administrators can take it back.
 */
export const hasHostAccess = (): Promise<boolean> => api().permissions.contains({ origins });

/** Asks the person for it. Browsers allow this only while a press is being answered. */
export const requestHostAccess = (): Promise<boolean> => api().permissions.request({ origins });

/** Runs when it was given or taken back. Call it synchronously at start. */
export function onHostAccessChange(run: () => void): void {
  const { permissions } = api();
  permissions.onAdded.addListener(run);
  permissions.onRemoved.addListener(run);
}
