import { api } from './browser.ts';

/** A request that an extension's rule blocked: which one's, the browser does not say. */
export interface BlockedRequest {
  readonly method: string;
  readonly url: string;
  /** The tab was to show it: it shows the browser's error page instead. */
  readonly isPage: boolean;
  /** Null for what belongs to no tab, such as a service worker's. */
  readonly tabId: number | null;
  /** Origin of who made it; null when the browser does not say. */
  readonly initiator: string | null;
}

/** Chromium's word and Firefox's (heard of in ESR 153), which has the same for other ends of a request. */
const BLOCKED: ReadonlySet<string> = new Set(['net::ERR_BLOCKED_BY_CLIENT', 'NS_ERROR_ABORT']);

/** Firefox tells the address of who made a request in place of its origin. */
type Details = chrome.webRequest.OnErrorOccurredDetails & { readonly originUrl?: string };

/**
 * Hears of blocked requests at these hosts. It observes and changes nothing. Chromium tells of a page's requests only where both the
 * address and the page's own host are among the host permissions. Call it synchronously at start.
 */
export function onBlocked(hosts: readonly string[], take: (request: BlockedRequest) => void): void {
  api().webRequest.onErrorOccurred.addListener(
    (details: Details) => {
      const { error, method, url, type, documentLifecycle, tabId, initiator, originUrl } = details;
      if (!BLOCKED.has(error)) return;
      take({
        method,
        url,
        // What a page has loaded ahead of a click nobody was to see yet.
        isPage: type === 'main_frame' && documentLifecycle !== 'prerender',
        tabId: tabId < 0 ? null : tabId,
        initiator: originOf(initiator ?? originUrl ?? ''),
      });
    },
    { urls: [...hosts] },
  );
}

/** Null also for frames that have an origin of their own, which the browser calls `null`. */
function originOf(address: string): string | null {
  const origin = URL.canParse(address) ? new URL(address).origin : 'null';
  return origin === 'null' ? null : origin;
}
