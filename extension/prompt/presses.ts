/**
 * How long nothing must have been pressed, and the view been seen, before a press counts, in ms. What was just under the pointer of
 * somebody who meant the page, or covered until a moment ago, is not pressed.
 */
export const SETTLED_MS = 500;

/**
 * The same for a pointer that has not been moved since this came: whoever presses one spot in a slow rhythm means what was there before.
 */
export const STILL_MS = 3000;

/** So far a pointer goes that is moved to somewhere, in pixels: a hand that presses moves it a little. */
const MOVED_PX = 12;

/** Why a press does not count. */
export type TooSoon = 'prompt.hurried' | 'prompt.still';

/** Something that runs once it has not begun anew for a while. */
export interface Settling {
  begin(): void;
  /** Begins anew where it has begun and not run yet. */
  again(): void;
  stop(): void;
}

export function settling(run: () => void): Settling {
  let timer: number | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const begin = (): void => {
    stop();
    timer = window.setTimeout(() => {
      timer = null;
      run();
    }, SETTLED_MS);
  };
  return { begin, stop, again: () => timer !== null && begin() };
}

export interface Presses {
  /** When something was last pressed or a key was, in ms of the clock of this page. */
  last(): number;
}

/**
 * Hears of everything that is pressed in this document. Who presses in a hurry does not read: a press on what starts something counts only
 * where no other came shortly before it, so that of a double click the first does, and a press of a pointer only where that was moved, or
 * long after the last. What is typed is no press, and whoever has typed since does not press in a hurry.
 */
export function watchPresses(heard: () => void, tooSoon: (why: TooSoon) => void, signal: AbortSignal): Presses {
  let [before, last, any] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  /** Whether a press was heard that no click has come of yet. */
  let open = false;
  const opened = performance.now();
  /** Where the pointer was first heard of; null once it was moved from there. */
  let place: readonly [number, number] | 'unknown' | null = 'unknown';
  let isByPointer = false;
  /** By when it was made: a busy browser says it late. */
  const press = ({ timeStamp, type }: Event): void => {
    [before, last] = [last, timeStamp];
    isByPointer = type === 'pointerdown';
    open = true;
  };
  /** On the screen: a page that moves the frame moves no pointer. */
  const point = ({ screenX, screenY }: PointerEvent): void => {
    if (place === 'unknown') place = [screenX, screenY];
    else if (place && Math.hypot(screenX - place[0], screenY - place[1]) >= MOVED_PX) place = null;
  };
  const hear = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement && event instanceof KeyboardEvent) return;
    any = performance.now();
    if (!(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' ') press(event);
    heard();
  };
  const click = (event: Event): void => {
    // What reads a page aloud presses without pointer and keys.
    if (!open) press(event);
    open = false;
    const starts = event.target instanceof Element ? event.target.closest('[data-starts]') : null;
    const isStill = isByPointer && place !== null;
    if (starts === null || (isStill ? last - Math.max(before, opened) >= STILL_MS : last - before >= SETTLED_MS))
      return;
    event.stopImmediatePropagation();
    if (!starts.hasAttribute('aria-disabled')) tooSoon(isStill ? 'prompt.still' : 'prompt.hurried');
  };
  const typed = (): void => {
    last = Number.NEGATIVE_INFINITY;
    place = null;
  };
  const options = { capture: true, signal };
  window.addEventListener('input', typed, options);
  window.addEventListener('pointermove', point, options);
  window.addEventListener('pointerdown', point, options);
  window.addEventListener('pointerdown', hear, options);
  window.addEventListener('keydown', hear, options);
  window.addEventListener('click', click, options);
  return { last: () => any };
}
