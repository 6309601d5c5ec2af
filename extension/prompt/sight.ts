import { settling } from './presses.ts';

/** The least that browsers allow between two looks, in ms. */
const LOOK_MS = 100;

/** What `IntersectionObserver` version 2 adds. Chromium has it; nothing else does. */
type Sighting = IntersectionObserverEntry & { readonly isVisible?: boolean };
const terms = { threshold: [0, 0.5, 1], trackVisibility: true, delay: LOOK_MS } as IntersectionObserverInit;

/** Whether this browser can say that nothing of a page around our frame covers or fades us. */
export const canTellSight = (): boolean => 'isVisible' in IntersectionObserverEntry.prototype;

const inSight = (entry: Sighting, whole: boolean): boolean =>
  entry.isVisible === true && (!whole || entry.intersectionRatio >= 0.99);

/**
 * Watches whether a person sees what they would press: all of every button, and the text above. Any change of size counts as
 * news, because a page may shrink what it frames. `changed` is told with false at once and with true after `SETTLED_MS`. What it returns
 * begins that time anew where it has begun.
 */
export function watchSight(
  text: Element,
  buttons: readonly Element[],
  changed: (seen: boolean) => void,
  signal: AbortSignal,
): () => void {
  const seen = new Map<Element, boolean>([text, ...buttons].map((one) => [one, false]));
  const settled = settling(() => changed(true));
  const look = (): void => {
    settled.stop();
    if ([...seen.values()].every(Boolean)) settled.begin();
    else changed(false);
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) seen.set(entry.target, inSight(entry, entry.target !== text));
    look();
  }, terms);
  for (const one of seen.keys()) observer.observe(one);
  const resized = (): void => {
    changed(false);
    look();
  };
  window.addEventListener('resize', resized, { signal });
  signal.addEventListener('abort', () => {
    settled.stop();
    observer.disconnect();
  });
  return settled.again;
}

/** What covers a frame is told to it late: a press is looked at again for so long, in ms. */
const AFTER_MS = 600;

/** A busy browser may take longer to look at all: that is no cover. After this nobody can say, in ms. */
const AT_MOST_MS = 5000;

/** Whether all of it was looked at after the press and stays in sight for a while, as it was before it. */
export function stillInSight(text: Element, buttons: readonly Element[]): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting = new Set([text, ...buttons]);
    let isOver = false;
    const timers: number[] = [];
    const end = (seen: boolean): void => {
      timers.forEach(clearTimeout);
      observer.disconnect();
      resolve(seen);
    };
    const look = (): void => {
      if (isOver && waiting.size === 0) end(true);
    };
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => !inSight(entry, entry.target !== text))) return end(false);
      for (const { target } of entries) waiting.delete(target);
      look();
    }, terms);
    timers.push(
      window.setTimeout(() => {
        isOver = true;
        look();
      }, AFTER_MS),
      window.setTimeout(() => end(false), AT_MOST_MS),
    );
    for (const one of waiting) observer.observe(one);
  });
}
