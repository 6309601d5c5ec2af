import { onNotice, type PageNotice } from '../../platform/notices.ts';

/** That IT decided or that access is ready, or that something of this page was stopped where no script of ours held it. */
export type NewsForPerson = Extract<PageNotice, { readonly notice: 'request-news' | 'stopped' }>;

/** Hears what the person is told on this page. How it is said comes on demand (`tell.ts`). */
export function startRequestNotice(tell: (news: NewsForPerson) => void, signal: AbortSignal): void {
  onNotice((notice) => {
    // A stop is told to its own tab: the person sees it there when they come back.
    if (notice.notice === 'stopped' || (notice.notice === 'request-news' && document.visibilityState === 'visible'))
      tell(notice);
  }, signal);
}
