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
 * Watches whether a person sees what they would press: all of every button, and nothing over what is seen of `view`. What it is about, the
 * `texts`, must have been in sight as a whole before: in a low window they are scrolled past. Any change of size begins anew, because a
 * page may shrink what it frames. `changed` is told with false at once and with true after `SETTLED_MS`. What it returns begins that
 * time anew where it has begun.
 */
export function watchSight(
  view: Element,
  texts: readonly Element[],
  buttons: readonly Element[],
  changed: (seen: boolean) => void,
  signal: AbortSignal,
): () => void {
  const seen = new Map<Element, boolean>();
  const unread = new Set<Element>();
  const settled = settling(() => changed(true));
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (seen.has(entry.target)) seen.set(entry.target, inSight(entry, entry.target !== view));
      else if (inSight(entry, true)) unread.delete(entry.target);
    }
    settled.stop();
    if (unread.size === 0 && [...seen.values()].every(Boolean)) settled.begin();
    else changed(false);
  }, terms);
  const begin = (): void => {
    changed(false);
    settled.stop();
    observer.disconnect();
    for (const one of [view, ...buttons]) seen.set(one, false);
    for (const one of texts) unread.add(one);
    for (const one of [view, ...texts, ...buttons]) observer.observe(one);
  };
  begin();
  window.addEventListener('resize', begin, { signal });
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
export function stillInSight(view: Element, buttons: readonly Element[]): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting = new Set([view, ...buttons]);
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
      if (entries.some((entry) => !inSight(entry, entry.target !== view))) return end(false);
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
