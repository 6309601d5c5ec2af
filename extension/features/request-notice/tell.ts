import type { IntentOnPage } from '../../../core/contract/messages/index.ts';
import type { StopId } from '../../../core/policy/index.ts';
import { againWords, beyondWords } from '../../words/beyond.ts';
import { say } from '../../words/say.ts';
import type { NewsForPerson } from './index.ts';
import { toast } from './toast.ts';

/** Long enough to read a number aloud and to press "Ask IT". */
const STOPPED_MS = 60_000;

/** Says it in a corner of the page. `ask` opens the prompt about what was stopped. */
export function tellNews(news: NewsForPerson, ask: (intent: IntentOnPage) => void, signal: AbortSignal): void {
  if (news.notice === 'request-news') {
    toast(news.tone, news.text, signal);
    return;
  }
  const { intent, text } = news;
  toast('bad', text, signal, {
    shownMs: STOPPED_MS,
    onlyHere: true,
    ...(intent !== null && { action: { label: say('ask-it'), press: () => ask(intent) } }),
  });
}

/** Longer than a page stays open, and no more than timers take. */
const DAY_MS = 24 * 60 * 60_000;

/** The page was there before us, and before this version of us. It goes on so until it is loaded anew. */
export const tellLate = (signal: AbortSignal): void =>
  toast('bad', say('began-late'), signal, {
    shownMs: DAY_MS,
    onlyHere: true,
    action: { label: say('began-late.reload'), press: () => location.reload() },
  });

/** Says what was stopped without a prompt of its own. Nothing of it can be asked for any more. */
const unasked =
  (words: typeof beyondWords) =>
  (stops: readonly (StopId | null)[], signal: AbortSignal): void =>
    tellNews({ notice: 'stopped', text: words(stops), intent: null }, () => undefined, signal);

export const tellBeyond = unasked(beyondWords);
export const tellAgain = unasked(againWords);
