/** Narrower than a shape with its sides, in CSS pixels: nothing of a badge can be read there. */
const LEAST = 16;

/** How wide a mark is, and how far it stands in over the corner of a picture and of a name. */
const MARK = 14;
const OVER_PICTURE = 10;
const OVER_NAME = 4;

/** Where the style sheet puts a mark: after a picture of 24 pixels in a row. */
const USUAL = { left: -10, top: 10 };

/** What a badge stands in, as far as it matters to one without width. */
export interface Row {
  /** Before every box of the row, in CSS pixels: a badge without width would still widen it by that. */
  readonly gap: number;
  readonly isRtl: boolean;
}

/** A badge and what it stands after. */
export interface Placed {
  readonly host: HTMLElement;
  readonly button: HTMLElement;
  readonly unit: Element;
  /** Apart from the unit; else the unit may hold one. */
  readonly picture: Element | null;
  /** Where it stands on a picture alone, never beside it; read before anything of the same drawing was written. Else null. */
  readonly markIn: Row | null;
}

/** Reads style, not layout. */
export function rowBeside(unit: Element): Row {
  const { display, columnGap, direction } = getComputedStyle(unit.parentElement ?? unit);
  return { gap: /flex|grid/.test(display) ? Number.parseFloat(columnGap) || 0 : 0, isRtl: direction === 'rtl' };
}

/**
 * Sees to it that no badge takes room from a name: one that is cut off, pushes something out of sight or to the next line becomes its
 * shape alone; one that has no room for that either becomes a mark on the corner of the person's picture, or of the name where there
 * is no picture. All badges of one drawing are read together, right after it: the frame needs that layout anyway, while what is
 * written in an observer, which hears of later changes, makes the browser go over the whole page a second time. What turns out to
 * have no room for its shape either is a mark a frame later.
 */
export class Room {
  readonly #placed = new WeakMap<Element, Placed>();
  /** How wide those were that were looked at. */
  readonly #widths = new WeakMap<Element, number>();
  readonly #observer = new ResizeObserver((entries) => {
    const resized = entries.filter(({ target, contentRect }) => contentRect.width !== this.#widths.get(target));
    this.#settle(resized.map(({ target }) => target));
  });
  readonly #badges: string;
  #fresh: HTMLElement[] = [];

  /** @param badges what all hosts match */
  constructor(badges: string, signal: AbortSignal) {
    this.#badges = badges;
    // A wider window may have room again.
    addEventListener('resize', () => this.#startOver(), { passive: true, signal });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** From the next `look` on; called again whenever the badge was painted. */
  watch(placed: Placed): void {
    const { host, button, markIn } = placed;
    if (this.#placed.has(host)) {
      for (const name of [CORNER, NARROW, 'style']) host.removeAttribute(name);
      button.removeAttribute('style');
      button.classList.toggle('mark', markIn !== null);
      this.#observer.unobserve(host);
    }
    this.#placed.set(host, placed);
    if (markIn) takeNoRoom(placed, markIn);
    this.#fresh.push(host);
  }

  /** Gives those that were drawn since the last look the place they have room for. */
  look(): void {
    const fresh = this.#fresh;
    if (fresh.length === 0) return;
    this.#fresh = [];
    for (const host of fresh) this.#observer.observe(host);
    this.#settle(fresh);
  }

  #startOver(): void {
    const all = [...document.querySelectorAll(this.#badges)].flatMap((host) => this.#placed.get(host) ?? []);
    for (const placed of all.map((one) => ({ ...one, markIn: one.markIn && rowBeside(one.unit) }))) this.watch(placed);
    this.look();
  }

  #settle(hosts: readonly Element[]): void {
    const narrow: Placed[] = [];
    const corners: [Placed, Row][] = [];
    const places: [Placed, Place][] = [];
    for (const host of hosts) {
      const placed = this.#placed.get(host);
      if (!placed || !host.isConnected) {
        this.#observer.unobserve(host);
        continue;
      }
      const [box] = host.getClientRects();
      // Not shown: it is looked at when it is.
      if (!box) continue;
      if (placed.markIn) {
        this.#observer.unobserve(host);
        places.push([placed, placeOf(placed, placed.markIn)]);
        continue;
      }
      this.#widths.set(host, box.width);
      const left = leftFor(placed, box);
      if (left === 'shape') narrow.push(placed);
      else if (left === 'mark') corners.push([placed, rowBeside(placed.unit)]);
    }
    // Their size changes now: to hear of that once more in the same frame is an error that the page would see.
    for (const { host } of [...narrow, ...corners.map(([placed]) => placed)]) this.#observer.unobserve(host);
    for (const { host } of narrow) host.setAttribute(NARROW, '');
    if (narrow.length > 0) requestAnimationFrame(() => this.#observeAgain(narrow));
    for (const [placed, row] of corners) {
      takeNoRoom(placed, row);
      placed.button.classList.add('mark');
    }
    for (const [placed, row] of corners) places.push([placed, placeOf(placed, row)]);
    for (const [placed, place] of places) put(placed, place);
  }

  #observeAgain(narrow: readonly Placed[]): void {
    for (const { host } of narrow) if (this.#placed.has(host)) this.#observer.observe(host);
  }
}

function takeNoRoom({ host }: Placed, { gap }: Row): void {
  host.setAttribute(CORNER, '');
  if (gap > 0) host.style.setProperty('margin-inline-start', `${-gap}px`);
}

/** Where a mark stands, from its host, in CSS pixels. */
interface Place {
  readonly left: number;
  readonly top: number;
}

function put({ button }: Placed, { left, top }: Place): void {
  // Beside most pictures the style sheet is right. To move what is drawn costs no layout, other than `left` and `top`.
  if (Math.abs(left - USUAL.left) > 1 || Math.abs(top - USUAL.top) > 1) button.style.translate = `${left}px ${top}px`;
}

/** On the host, for its own style sheet. The page learns by them how much room there is, which it knows. */
const CORNER = 'data-corner';
const NARROW = 'data-narrow';

/** What there is room for, when it is less than what is drawn. */
function leftFor({ host, unit }: Placed, { width, top, left, right }: DOMRect): 'shape' | 'mark' | null {
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

/** Of a badge that takes no room already. */
function placeOf({ host, unit, picture: apart }: Placed, { isRtl }: Row): Place {
  const holder = apart && isInReach(apart, host) ? apart : unit;
  const picture = holder.localName === 'img' ? holder : holder.querySelector('img');
  const from = host.getBoundingClientRect();
  const shown = picture?.getBoundingClientRect();
  const on = shown && shown.width > 0 ? shown : null;
  const { left, right, top, bottom } = on ?? endOf(unit);
  const over = on ? OVER_PICTURE : OVER_NAME;
  return {
    left: isRtl ? left - MARK + over - from.left : right - over - from.left,
    top: (on ? bottom - over : top - MARK + 2 * over) - from.top,
  };
}

/** Whether nothing between the two cuts off what hangs over from one to the other. */
function isInReach(picture: Element, host: Element): boolean {
  for (let around = host.parentElement; around && !around.contains(picture); around = around.parentElement)
    if (getComputedStyle(around).overflowX !== 'visible') return false;
  return true;
}
