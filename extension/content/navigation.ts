/** Slow enough to cost nothing, quick enough that nobody notices; only where the Navigation API is missing. */
const POLL_MS = 500;

/**
 * Calls `changed` after every change of the address, client-side routes included. Products change routes with
 * `history.pushState`, which fires no event and cannot be patched from a content script; the Navigation API sees it.
 */
export function onNavigation(view: Window, changed: (url: URL) => void, signal: AbortSignal): void {
  let last = view.location.href;
  const look = (): void => {
    if (signal.aborted || view.location.href === last) return;
    last = view.location.href;
    changed(new URL(last));
  };
  const navigation: EventTarget | undefined = view.navigation;
  if (navigation) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  view.addEventListener('popstate', look, { signal });
  const timer = view.setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => view.clearInterval(timer), { once: true });
}
