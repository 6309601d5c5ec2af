/** Narrower than a shape with its sides, in CSS pixels: nothing of a badge can be read there. */
const LEAST = 16;

/** How wide a mark is, and how far it stands in over the corner of a picture and of a name. */
const MARK = 14;
const OVER_PICTURE = 10;
const OVER_NAME = 4;

/** Where the style sheet puts a mark: after a picture of 24 pixels in a row. */
const USUAL = { left: -10, top: 10 };

/** A badge and what it stands after. */
export interface Placed {
  readonly host: HTMLElement;
  readonly button: HTMLElement;
  readonly unit: Element;
  /** Apart from the unit; else the unit may hold one. */
  readonly picture: Element | null;
  /** Stands on a picture alone: never beside it. */
  readonly isMark: boolean;
}

/** Where a mark goes that has no room beside its person. */
interface Corner {
  readonly placed: Placed;
  /** Of the row it stands in, which a badge without width would still widen. */
  readonly gap: number;
  readonly isRtl: boolean;
}

/**
 * Sees to it that no badge takes room from a name: one that is cut off, pushes something out of sight or to the next line becomes its
 * shape alone; one that has no room for that either becomes a mark on the corner of the person's picture, or of the name where there
 * is no picture. Reads in the observer, where the layout is known and before a first badge is painted; what turns out to have no room
 * for its shape either is a mark a frame later.
 */
export class Room {
  readonly #placed = new WeakMap<Element, Placed>();
  readonly #observer = new ResizeObserver((entries) => this.#settle(entries.map(({ target }) => target)));

  readonly #badges: string;

  /** @param badges what all hosts match */
  constructor(badges: string, signal: AbortSignal) {
    this.#badges = badges;
    // A wider window may have room again.
    addEventListener('resize', () => this.#startOver(), { passive: true, signal });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** From now on; called again whenever the badge was painted. */
  watch(placed: Placed): void {
    const { host, button, isMark } = placed;
    if (this.#placed.has(host)) {
      for (const name of [CORNER, NARROW, 'style']) host.removeAttribute(name);
      button.removeAttribute('style');
      button.classList.toggle('mark', isMark);
      this.#observer.unobserve(host);
    }
    this.#placed.set(host, placed);
    if (isMark) host.setAttribute(CORNER, '');
    this.#observer.observe(host);
  }

  #startOver(): void {
    for (const host of document.querySelectorAll(this.#badges)) {
      const placed = this.#placed.get(host);
      if (placed) this.watch(placed);
    }
  }

  #settle(hosts: readonly Element[]): void {
    const narrow: Placed[] = [];
    const corners: Corner[] = [];
    const marks: [Placed, Offset][] = [];
    for (const host of hosts) {
      const placed = this.#placed.get(host);
      if (!placed || !host.isConnected) {
        this.#observer.unobserve(host);
        continue;
      }
      if (placed.isMark) {
        // It has no width already: where it will be is known from where it is.
        const row = rowOf(placed);
        this.#observer.unobserve(host);
        marks.push([placed, cornerOf({ placed, ...row }, row.gap)]);
        continue;
      }
      const left = leftFor(placed);
      if (left === 'shape') narrow.push(placed);
      else if (left === 'mark') corners.push({ placed, ...rowOf(placed) });
    }
    // Their size changes now: to hear of that once more in the same frame is an error that the page would see.
    for (const { host } of [...narrow, ...corners.map(({ placed }) => placed)]) this.#observer.unobserve(host);
    for (const { host } of narrow) host.setAttribute(NARROW, '');
    if (narrow.length > 0) requestAnimationFrame(() => this.#observeAgain(narrow));
    for (const [placed, offset] of marks) put(placed, offset);
    for (const { placed, gap } of corners) {
      placed.host.setAttribute(CORNER, '');
      if (gap > 0) placed.host.style.setProperty('margin-inline-start', `${-gap}px`);
      placed.button.classList.add('mark');
    }
    const offsets = corners.map((corner): [Placed, Offset] => [corner.placed, cornerOf(corner)]);
    for (const [placed, offset] of offsets) put(placed, offset);
  }

  #observeAgain(narrow: readonly Placed[]): void {
    for (const { host } of narrow) if (this.#placed.has(host)) this.#observer.observe(host);
  }
}

/** Where a mark stands, from its host, in CSS pixels; and the gap before the host that must go. */
interface Offset {
  readonly left: number;
  readonly top: number;
  readonly gap: number;
}

function put({ host, button }: Placed, { left, top, gap }: Offset): void {
  if (gap > 0) host.style.setProperty('margin-inline-start', `${-gap}px`);
  // Beside most pictures the style sheet is right.
  if (Math.abs(left - USUAL.left) > 1 || Math.abs(top - USUAL.top) > 1)
    button.style.cssText = `left:${left}px;top:${top}px`;
}

/** On the host, for its own style sheet. The page learns by them how much room there is, which it knows. */
const CORNER = 'data-corner';
const NARROW = 'data-narrow';

/** What there is room for, when it is less than what is drawn. */
function leftFor({ host, unit, isMark }: Placed): 'shape' | 'mark' | null {
  if (isMark) return 'mark';
  const { width, top, left, right } = host.getBoundingClientRect();
  if (width < LEAST) return 'mark';
  const { parentElement: row } = host;
  const isOnNextLine = top >= endOf(unit).bottom;
  if (row === null || row.clientWidth === 0) return isOnNextLine ? nextOf(host) : null;
  const edges = row.getBoundingClientRect();
  if (host.hasAttribute(NARROW)) return isOnNextLine || left < edges.left || right > edges.right ? 'mark' : null;
  return isOnNextLine || row.scrollWidth > row.clientWidth ? 'shape' : null;
}

const nextOf = (host: Element): 'shape' | 'mark' => (host.hasAttribute(NARROW) ? 'mark' : 'shape');

/** Where the unit ends: the last of its lines. */
const endOf = (unit: Element): DOMRect => [...unit.getClientRects()].at(-1) ?? unit.getBoundingClientRect();

function rowOf({ host }: Placed): Pick<Corner, 'gap' | 'isRtl'> {
  const { display, columnGap, direction } = getComputedStyle(host.parentElement ?? host);
  return { gap: /flex|grid/.test(display) ? Number.parseFloat(columnGap) || 0 : 0, isRtl: direction === 'rtl' };
}

/** @param gap before the host, that is still there and must go */
function cornerOf({ placed: { host, unit, picture: apart }, isRtl }: Corner, gap = 0): Offset {
  const holder = apart && isInReach(apart, host) ? apart : unit;
  const picture = holder.localName === 'img' ? holder : holder.querySelector('img');
  const from = host.getBoundingClientRect();
  const shown = picture?.getBoundingClientRect();
  const on = shown && shown.width > 0 ? shown : null;
  const { left, right, top, bottom } = on ?? endOf(unit);
  const over = on ? OVER_PICTURE : OVER_NAME;
  return {
    left: isRtl ? left - MARK + over - from.left - gap : right - over - from.left + gap,
    top: (on ? bottom - over : top - MARK + 2 * over) - from.top,
    gap,
  };
}

/** Whether nothing between the two cuts off what hangs over from one to the other. */
function isInReach(picture: Element, host: Element): boolean {
  for (let around = host.parentElement; around && !around.contains(picture); around = around.parentElement)
    if (getComputedStyle(around).overflowX !== 'visible') return false;
  return true;
}
