import type { PromptHeight } from '../../core/contract/messages.ts';
import { api } from './browser.ts';
import type { FramePlace } from './sender.ts';

/** What the page under a prompt is told: how high it is, and how it ended. */
export type PromptEvent =
  | { readonly prompt: string; readonly height: PromptHeight }
  | { readonly prompt: string; readonly end: 'proceed' | 'closed' };

/** Rejects when the page is gone. */
export async function tellPage({ tabId, frameId }: FramePlace, event: PromptEvent): Promise<void> {
  await api().tabs.sendMessage(tabId, event, { frameId });
}

/** Hears of one prompt until the signal aborts. Messages of the extension only: a page cannot send any. */
export function onPromptEvent(token: string, take: (event: PromptEvent) => void, signal: AbortSignal): void {
  const { runtime } = api();
  const listener = (message: unknown) => {
    if (isAbout(message, token)) take(message);
    return false;
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener), { once: true });
}

const isAbout = (message: unknown, token: string): message is PromptEvent =>
  typeof message === 'object' && message !== null && 'prompt' in message && message.prompt === token;
