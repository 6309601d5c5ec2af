import type { z } from 'zod';
import { bring } from './from-content/bring.ts';
import { check } from './from-content/check.ts';
import { dropPrompt } from './from-content/drop-prompt.ts';
import { openPrompt } from './from-content/open-prompt.ts';
import { preview } from './from-content/preview.ts';
import { promptUnshown } from './from-content/prompt-unshown.ts';
import { ready } from './from-content/ready.ts';
import { resolve } from './from-content/resolve.ts';
import { ask } from './from-pages/ask.ts';
import { myRequests } from './from-pages/my-requests.ts';
import { session } from './from-pages/session.ts';
import { setBadges } from './from-pages/set-badges.ts';
import { setServiceUrl } from './from-pages/set-service-url.ts';
import { signIn } from './from-pages/sign-in.ts';
import { signOut } from './from-pages/sign-out.ts';
import { state } from './from-pages/state.ts';
import { stopped } from './from-pages/stopped.ts';
import { withdraw } from './from-pages/withdraw.ts';
import { promptAsk } from './from-prompt/prompt-ask.ts';
import { promptClose } from './from-prompt/prompt-close.ts';
import { promptContent } from './from-prompt/prompt-content.ts';
import { promptHeight } from './from-prompt/prompt-height.ts';
import { promptProceed } from './from-prompt/prompt-proceed.ts';
import { promptToWindow } from './from-prompt/prompt-to-window.ts';

export { MessageAnswer } from './answer.ts';
export { BadgeChoice } from './badge-choice.ts';
export { CheckAnswer } from './check-answer.ts';
export { Asked, Preview } from './from-content/preview.ts';
export { ExtensionState } from './from-pages/state.ts';
export { PromptContent } from './from-prompt/prompt-content.ts';
export { IntentOnPage } from './intent-on-page.ts';
export { Notice } from './notice.ts';
export { ColorScheme, PromptHeight, PromptToken, promptHeights } from './prompt-frame.ts';
export { RequestReceipt } from './request-receipt.ts';

/**
 * Every message to the extension's background, declared once. Content scripts may send the first group only, the prompt's page
 * the last; the rest is for the extension's other pages (checked by the sender's URL). Answers are `{ok: true, value}` or
 * `{ok: false, error}`.
 */
export const contentMessages = {
  resolve,
  preview,
  check,
  openPrompt,
  dropPrompt,
  promptUnshown,
  bring,
  ready,
} as const;

export const pageMessages = {
  ask,
  state,
  signIn,
  stopped,
  signOut,
  setBadges,
  setServiceUrl,
  myRequests,
  withdraw,
  session,
} as const;

/** From the prompt's own page only. All but `promptContent` work for the frame or window that took the token. */
export const promptMessages = {
  promptContent,
  promptAsk,
  promptProceed,
  promptClose,
  promptHeight,
  promptToWindow,
} as const;

export const messages = { ...contentMessages, ...pageMessages, ...promptMessages } as const;
export type MessageKind = keyof typeof messages;
export type MessageInput<K extends MessageKind> = z.input<(typeof messages)[K]['input']>['input'];
export type MessageOutput<K extends MessageKind> = z.output<(typeof messages)[K]['output']>;
