import type { IntentOnPage, Notice } from '../../core/contract/messages/index.ts';
import { api } from './browser.ts';

/**
 * What open pages are told: the contract's notices, news of a request in words, for pages that may not read requests, and that the
 * network rules stopped something of theirs. `intent` is what the prompt can be opened about; null when there is nothing to ask.
 */
export type PageNotice =
  | Notice
  | { readonly notice: 'request-news'; readonly tone: NewsTone; readonly text: string }
  | { readonly notice: 'stopped'; readonly text: string; readonly intent: IntentOnPage | null };
export type NewsTone = 'good' | 'bad' | 'neutral';

const pagesWithFeatures = [
  'https://*.atlassian.net/*',
  'https://admin.atlassian.com/*',
  'https://id.atlassian.com/*',
  'https://home.atlassian.com/*',
];

/** Tells every open Atlassian tab and our own open pages. Nobody listening is the usual case, not an error. */
export async function notify(notice: PageNotice): Promise<void> {
  const { runtime, tabs } = api();
  const open = await tabs.query({ url: pagesWithFeatures });
  const told = open.map(({ id }) => (id === undefined ? null : tabs.sendMessage(id, notice)));
  await Promise.allSettled([runtime.sendMessage(notice), ...told]);
}

/** Tells the page of one tab. A page without a script of ours, or an error page, does not hear it; that is no error. */
export async function notifyTab(tabId: number, notice: PageNotice): Promise<void> {
  await Promise.allSettled([api().tabs.sendMessage(tabId, notice, { frameId: 0 })]);
}

/** Open tabs of an origin. */
export const tabsOf = async (origin: string): Promise<readonly number[]> =>
  (await api().tabs.query({ url: `${origin}/*` })).flatMap(({ id }) => id ?? []);

/** Listens for notices until the signal aborts. Messages that are no notice are left to others. */
export function onNotice(take: (notice: PageNotice) => void, signal: AbortSignal): void {
  const { runtime } = api();
  const listener = (message: unknown) => {
    if (isNotice(message)) take(message);
    return false;
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener), { once: true });
}

const isNotice = (message: unknown): message is PageNotice =>
  typeof message === 'object' && message !== null && 'notice' in message && typeof message.notice === 'string';
