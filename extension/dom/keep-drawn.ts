import { dress } from './island.ts';

/** How often it is looked at, in ms. */
const LOOK_MS = 250;

/** Puts right, once, that a page hides what we draw in `box` below `host`; a page that goes on hiding it is `hiding`. */
export function keepDrawn(host: HTMLElement, box: HTMLElement, hiding: () => void, signal: AbortSignal): void {
  let wasHidden = false;
  const timer = setInterval(() => {
    if (box.checkVisibility({ visibilityProperty: true })) return;
    if (wasHidden) {
      clearInterval(timer);
      hiding();
      return;
    }
    wasHidden = true;
    dress(host);
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
