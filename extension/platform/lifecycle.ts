import { api } from './browser.ts';

/** Runs when the extension was installed or updated, and when the browser starts. Call it synchronously at start. */
export function onStart(run: () => void): void {
  const { runtime } = api();
  runtime.onInstalled.addListener(run);
  runtime.onStartup.addListener(run);
}

/** Runs when administrators change the managed settings, or have changed them while the browser did not run. */
export function onManagedChange(run: () => void): void {
  api().storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && 'managed' in changes)) run();
  });
}

/** Runs when a tab was closed. */
export function onTabClosed(run: (tabId: number) => void): void {
  api().tabs.onRemoved.addListener((tabId) => run(tabId));
}

/** Whether the extension that this script came with still runs: it may be updated or removed under an open page. */
export const isCurrent = (): boolean => api().runtime?.id !== undefined;

export const extensionUrl = (path: string): string => api().runtime.getURL(path);

export const openOptions = (): Promise<void> => api().runtime.openOptionsPage();

/** Opens one of our pages in a tab. */
export async function openPage(path: string): Promise<void> {
  await api().tabs.create({ url: extensionUrl(path) });
}
