import { api } from './browser.ts';

/** A request that an extension's rule blocked: which one's, the browser does not say. */
export interface BlockedRequest {
  readonly method: string;
  readonly url: string;
  /** A document for a tab, or one that a page fetches ahead of a click: the browser tells no difference. */
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
      const { error, method, url, type, tabId, initiator, originUrl } = details;
      if (!BLOCKED.has(error)) return;
      take({
        method,
        url,
        isPage: type === 'main_frame',
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
