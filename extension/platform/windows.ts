import { api } from './browser.ts';
import { extensionUrl } from './lifecycle.ts';

/** Shows one of our pages in a tab, in place of what it shows. */
export async function showInTab(tabId: number, path: string): Promise<void> {
  await api().tabs.update(tabId, { url: extensionUrl(path) });
}

/** Whether a tab shows this page of ours: of others the browser does not tell. */
export const isShownIn = async (tabId: number, path: string): Promise<boolean> =>
  (await api().tabs.get(tabId)).url === extensionUrl(path);

/** How long a tab may take to settle on what it shows, in ms. */
const SETTLES_MS = 10_000;

/** Waits until a tab shows what it was about to show. */
async function settled(tabId: number): Promise<void> {
  const { tabs } = api();
  const shown = Promise.withResolvers<void>();
  const heard = (id: number, { status }: { status?: string }): void => {
    if (id === tabId && status === 'complete') shown.resolve();
  };
  tabs.onUpdated.addListener(heard);
  const late = setTimeout(shown.resolve, SETTLES_MS);
  if ((await tabs.get(tabId)).status === 'complete') shown.resolve();
  await shown.promise;
  clearTimeout(late);
  tabs.onUpdated.removeListener(heard);
}

/**
 * Whether a tab was to show this address, which a rule stopped: in Chromium its error page stands there. What a page fetches ahead
 * of any click is no page of a tab. Firefox, which does no such thing, leaves the tab where it was.
 */
export async function wasToShow(tabId: number, address: string): Promise<boolean> {
  if (extensionUrl('').startsWith('moz-extension:')) return true;
  await settled(tabId);
  const { url } = await api().tabs.get(tabId);
  return url !== undefined && placeOf(url) === placeOf(address);
}

/** Browsers show neither user information nor, always, a fragment. */
function placeOf(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host}${pathname}${search}`;
}

/** Goes back in a tab. Rejects when there is nothing before what it shows. */
export const goBackIn = (tabId: number): Promise<void> => api().tabs.goBack(tabId);

/** Shows a tab, its window before all others. False when there is no such tab. */
export async function isBroughtToFront(tabId: number): Promise<boolean> {
  const { windows, tabs } = api();
  const tab = await tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab === undefined) return false;
  await windows.update(tab.windowId, { focused: true });
  return true;
}

/** Opens one of our pages in a small window. `before` learns its tab before the page is loaded. */
export async function openWindow(
  path: string,
  size: { readonly width: number; readonly height: number },
  before: (tabId: number) => Promise<void>,
): Promise<void> {
  const { windows } = api();
  const made = await windows.create({ type: 'popup', url: 'about:blank', ...size });
  const tabId = made?.tabs?.[0]?.id;
  if (tabId === undefined) throw new Error('The browser opened no window.');
  await before(tabId);
  await showInTab(tabId, path);
}
