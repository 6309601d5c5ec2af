/** So long a scrolling page is left alone: at a screen's distance nobody outruns it. */
const REST_MS = 100;

/**
 * Tells which elements are near the screen, and hands out the others, with what the caller keeps about them, when they are
 * within a screen of being seen. What is not rendered counts as seen.
 * Places are read where the layout is known anyway, and again when something scrolls, nested scrollers included. For pages
 * that move otherwise, say when a section folds, some of the far ones, a screen apart, are watched: an observer of all of them
 * would cost more than reading every place does.
 */
export class NearScreen<Kept> {
  readonly #hand: (near: ReadonlyMap<Element, Kept>) => void;
  readonly #far = new Map<Element, Kept>();
  readonly #watch: IntersectionObserver;
  #watched: Pick<DOMRect, 'top' | 'left'> = { top: Number.NEGATIVE_INFINITY, left: 0 };
  #timer = 0;

  constructor(hand: (near: ReadonlyMap<Element, Kept>) => void, signal: AbortSignal) {
    this.#hand = hand;
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#handOut();
      },
      { rootMargin: '100%' },
    );
    const soon = (): void => {
      if (this.#timer === 0 && this.#far.size > 0) this.#timer = window.setTimeout(this.#again, REST_MS);
    };
    for (const type of ['scroll', 'resize']) addEventListener(type, soon, { capture: true, passive: true, signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#far.clear();
      this.#watch.disconnect();
    });
  }

  /** Those that are near now. The others are handed out in time, unless the page dropped them. */
  nearOf(elements: Iterable<readonly [Element, Kept]>): Map<Element, Kept> {
    for (const [gone] of this.#far) if (!gone.isConnected) this.#leave(gone);
    const near = new Map<Element, Kept>();
    const { innerHeight: height, innerWidth: width } = window;
    for (const [element, kept] of elements) {
      const place = element.getBoundingClientRect();
      const { top } = place;
      if (top <= 2 * height && place.bottom >= -height && place.right >= -width && place.left <= 2 * width) {
        near.set(element, kept);
        continue;
      }
      this.#far.set(element, kept);
      if (Math.abs(top - this.#watched.top) + Math.abs(place.left - this.#watched.left) < height) continue;
      this.#watched = place;
      this.#watch.observe(element);
    }
    for (const [element] of near) this.#leave(element);
    return near;
  }

  readonly #again = (): void => {
    this.#timer = 0;
    requestAnimationFrame(() => this.#handOut());
  };

  #handOut(): void {
    const near = this.nearOf(this.#far);
    if (near.size > 0) this.#hand(near);
  }

  #leave(element: Element): void {
    if (this.#far.delete(element)) this.#watch.unobserve(element);
  }
}
