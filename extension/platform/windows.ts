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
const SETTLES_MS = 3000;

/** Goes back in a tab, from whatever it is about to show. Rejects when there is nothing before that. */
export async function goBackIn(tabId: number): Promise<void> {
  const { tabs } = api();
  const settled = Promise.withResolvers<void>();
  const heard = (id: number, { status }: { status?: string }): void => {
    if (id === tabId && status === 'complete') settled.resolve();
  };
  tabs.onUpdated.addListener(heard);
  const late = setTimeout(settled.resolve, SETTLES_MS);
  if ((await tabs.get(tabId)).status === 'complete') settled.resolve();
  await settled.promise;
  clearTimeout(late);
  tabs.onUpdated.removeListener(heard);
  await tabs.goBack(tabId);
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
