import { api } from './browser.ts';
import { extensionUrl } from './lifecycle.ts';

/** Opens one of our pages in a small window. `before` learns its tab before the page is loaded. */
export async function openWindow(
  path: string,
  size: { readonly width: number; readonly height: number },
  before: (tabId: number) => Promise<void>,
): Promise<void> {
  const { windows, tabs } = api();
  const made = await windows.create({ type: 'popup', url: 'about:blank', ...size });
  const tabId = made?.tabs?.[0]?.id;
  if (tabId === undefined) throw new Error('The browser opened no window.');
  await before(tabId);
  await tabs.update(tabId, { url: extensionUrl(path) });
}
