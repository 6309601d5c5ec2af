import type { Notice } from '../../core/contract/messages.ts';
import { api } from './browser.ts';

/** What open pages are told: the contract's notices, and news of a request in words, for pages that may not read requests. */
export type PageNotice = Notice | { readonly notice: 'request-news'; readonly tone: NewsTone; readonly text: string };
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
