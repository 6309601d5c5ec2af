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

/** Chromium's word for it. Firefox has another, which was not looked up: there nothing is heard, and the rules hold all the same. */
const BLOCKED = 'net::ERR_BLOCKED_BY_CLIENT';

/**
 * Hears of blocked requests at these hosts. It observes and changes nothing. Chromium tells of a page's requests only where both the
 * address and the page's own host are among the host permissions. Call it synchronously at start.
 */
export function onBlocked(hosts: readonly string[], take: (request: BlockedRequest) => void): void {
  api().webRequest.onErrorOccurred.addListener(
    ({ error, method, url, type, documentLifecycle, tabId, initiator }) => {
      if (error !== BLOCKED) return;
      take({
        method,
        url,
        // What a page has loaded ahead of a click nobody was to see yet.
        isPage: type === 'main_frame' && documentLifecycle !== 'prerender',
        tabId: tabId < 0 ? null : tabId,
        initiator: initiator ?? null,
      });
    },
    { urls: [...hosts] },
  );
}
