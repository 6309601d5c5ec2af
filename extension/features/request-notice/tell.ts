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

/** Says what was stopped without a prompt of its own. Nothing of it can be asked for any more. */
const unasked =
  (words: typeof beyondWords) =>
  (stops: readonly (StopId | null)[], signal: AbortSignal): void =>
    tellNews({ notice: 'stopped', text: words(stops), intent: null }, () => undefined, signal);

export const tellBeyond = unasked(beyondWords);
export const tellAgain = unasked(againWords);
