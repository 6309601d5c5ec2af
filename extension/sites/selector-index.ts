import type { NamedSelector } from './selector.ts';

/** One alternative of a selector list and what must hold before it is worth asking the engine. */
interface Alternative {
  readonly tag: string | null;
  readonly testId: string | null;
  readonly css: string;
}

interface Entry<S extends NamedSelector> {
  readonly selector: S;
  readonly alternatives: readonly Alternative[];
}

/**
 * Tells which selectors an element matches, asking about tag and test id first: a page has thousands of elements and most
 * selectors begin with one or the other.
 */
export class SelectorIndex<S extends NamedSelector> {
  readonly css: string;
  readonly #entries: readonly Entry<S>[];

  constructor(selectors: readonly S[]) {
    this.css = selectors.map(({ css }) => css).join(',');
    this.#entries = selectors.map((selector) => ({ selector, alternatives: alternatives(selector.css) }));
  }

  /** In the order of the table. */
  matching(element: Element): S[] {
    const { localName } = element;
    const testId = element.getAttribute('data-testid');
    const found: S[] = [];
    for (const { selector, alternatives } of this.#entries) {
      for (const { tag, testId: wanted, css } of alternatives) {
        if (tag !== null && tag !== localName) continue;
        if (wanted !== null && wanted !== testId) continue;
        if (!element.matches(css)) continue;
        found.push(selector);
        break;
      }
    }
    return found;
  }
}

/** No selector here has a comma inside brackets or quotes; `:has()` and `:not()` with lists would. */
const alternatives = (css: string): Alternative[] =>
  css.split(/,(?![^([]*[)\]])/).map((part) => ({
    css: part,
    tag: /^([a-z]+)[[.#:][^ >]*$/.exec(part)?.[1] ?? null,
    testId: /^\[data-testid="([^"]+)"\]$/.exec(part)?.[1] ?? null,
  }));
