import type { IntentOnPage } from '../../../core/contract/messages.ts';
import { onNotice } from '../../platform/notices.ts';
import type { toast } from './toast.ts';

/** Long enough to read a number aloud and to press "Ask IT". */
const STOPPED_MS = 60_000;

/**
 * Tells the person, on the page they are looking at, that IT decided or that access is ready, and that something of this page was
 * stopped where no script of ours held it. `ask` opens the prompt about that.
 */
export function startRequestNotice(
  show: (...all: Parameters<typeof toast>) => void,
  ask: (intent: IntentOnPage) => void,
  signal: AbortSignal,
): void {
  let current: AbortController | null = null;
  onNotice((notice) => {
    // A stop is told to its own tab: the person sees it there when they come back.
    if (notice.notice !== 'stopped' && (notice.notice !== 'request-news' || document.visibilityState !== 'visible'))
      return;
    current?.abort();
    const shown = new AbortController();
    current = shown;
    const both = AbortSignal.any([signal, shown.signal]);
    if (notice.notice === 'request-news') return show(notice.tone, notice.text, both);
    const { intent, text } = notice;
    const press = (): void => {
      shown.abort();
      if (intent !== null) ask(intent);
    };
    show('bad', text, both, { shownMs: STOPPED_MS, ...(intent !== null && { action: { label: 'Ask IT', press } }) });
  }, signal);
}
