import { onNotice } from '../../platform/notices.ts';
import type { toast } from './toast.ts';

/** Tells the person, on the page they are looking at, that IT decided or that access is ready. */
export function startRequestNotice(show: typeof toast, signal: AbortSignal): void {
  let current: AbortController | null = null;
  onNotice((notice) => {
    // Every tab hears of it; only the one in front says it.
    if (notice.notice !== 'request-news' || document.visibilityState !== 'visible') return;
    current?.abort();
    current = new AbortController();
    show(notice.tone, notice.text, AbortSignal.any([signal, current.signal]));
  }, signal);
}
