import type { IntentOnPage } from '../../../core/contract/messages.ts';
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
    ...(intent !== null && { action: { label: 'Ask IT', press: () => ask(intent) } }),
  });
}
