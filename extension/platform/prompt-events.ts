import type { PromptHeight } from '../../core/contract/messages/index.ts';
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

/** Asks the page under a prompt whether its act could still go on; undefined where no such prompt stands. Rejects when the page is gone. */
export const mayGoOnIn = ({ tabId, frameId }: FramePlace, prompt: string): Promise<boolean | undefined> =>
  api().tabs.sendMessage(tabId, { prompt, mayGoOn: true } satisfies Question, { frameId });

interface Question {
  readonly prompt: string;
  readonly mayGoOn: true;
}

/** Hears of one prompt until the signal aborts. Messages of the extension only: a page cannot send any. */
export function onPromptEvent(
  token: string,
  take: (event: PromptEvent) => void,
  mayGoOn: () => boolean,
  signal: AbortSignal,
): void {
  const { runtime } = api();
  const listener = (message: unknown, _: unknown, respond: (answer: boolean) => void) => {
    if (!isAbout(message, token)) return false;
    if ('mayGoOn' in message) respond(mayGoOn());
    else take(message);
    return false;
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener), { once: true });
}

const isAbout = (message: unknown, token: string): message is PromptEvent | Question =>
  typeof message === 'object' && message !== null && 'prompt' in message && message.prompt === token;
