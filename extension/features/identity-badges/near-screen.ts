/** So long a scrolling page is left alone: at a screen's distance nobody outruns it. */
const REST_MS = 100;

/**
 * Hands out elements when they are within a screen of being seen; what is not rendered counts as seen, it costs no layout.
 * Places are read where the layout is known anyway, and again when something scrolls, nested scrollers included. For pages
 * that move otherwise, say when a section folds, some of the far ones, half a screen apart, are watched: an observer of all of
 * them would cost more than reading every place does.
 */
export class NearScreen {
  readonly #hand: (elements: readonly Element[]) => void;
  readonly #far = new Set<Element>();
  readonly #watch: IntersectionObserver;
  #watched: Pick<DOMRect, 'top' | 'left'> = { top: Number.NEGATIVE_INFINITY, left: 0 };
  #timer = 0;

  constructor(hand: (elements: readonly Element[]) => void, signal: AbortSignal) {
    this.#hand = hand;
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#look(this.#far);
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

  /** Hands out what is near at once, and the rest in time. */
  add(elements: Iterable<Element>): void {
    for (const gone of this.#far) if (!gone.isConnected) this.#leave(gone);
    this.#look(elements);
  }

  readonly #again = (): void => {
    this.#timer = 0;
    requestAnimationFrame(() => this.#look(this.#far));
  };

  #look(elements: Iterable<Element>): void {
    const near: Element[] = [];
    for (const element of elements) {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      if (bottom >= -innerHeight && top <= 2 * innerHeight && right >= -innerWidth && left <= 2 * innerWidth) {
        near.push(element);
        continue;
      }
      this.#far.add(element);
      if (Math.abs(top - this.#watched.top) + Math.abs(left - this.#watched.left) < innerHeight / 2) continue;
      this.#watched = { top, left };
      this.#watch.observe(element);
    }
    for (const element of near) this.#leave(element);
    this.#hand(near);
  }

  #leave(element: Element): void {
    if (this.#far.delete(element)) this.#watch.unobserve(element);
  }
}
