import type { NamedSelector } from './selector.ts';

/** One alternative of a selector list. */
interface Alternative {
  /** Position of its selector in the table. */
  readonly at: number;
  readonly css: string;
  /** What the attribute it is filed under must say; undefined when more than one value will do. */
  readonly value: string | undefined;
  /** Attribute and value are all there is: nothing is left to ask the engine. */
  readonly isSure: boolean;
}

/**
 * Tells which selectors an element matches. What a selector matches has a certain tag or attribute: elements are asked for
 * that first, and the engine only about what is left.
 */
export class SelectorIndex<S extends NamedSelector> {
  readonly css: string;
  readonly #selectors: readonly S[];
  readonly #tags = new Map<string, Alternative[]>();
  readonly #attributes = new Map<string, Alternative[]>();

  constructor(selectors: readonly S[]) {
    this.#selectors = selectors;
    // One question for all alternatives that begin alike, so that most elements are done with after a few.
    const questions = new Map<string, string[]>();
    for (const [at, { css }] of selectors.entries()) {
      for (const part of alternatives(css)) {
        const match = subject.exec(part);
        const [, tag, attribute, value] = match ?? [];
        const [map, key] = tag || !attribute ? [this.#tags, tag || '*'] : [this.#attributes, attribute];
        push(map, key, { at, css: part, value, isSure: /^\[[\w-]+(?:="[^"]+")?\]$/.test(part) });
        push(questions, match?.index !== 0 ? '*' : tag || !attribute ? key : `[${attribute}]`, part);
      }
    }
    this.css = [...questions].map(([first, parts]) => (first === '*' ? parts : `${first}:is(${parts})`)).join();
  }

  /** In the order of the table. */
  matching(element: Element): S[] {
    const found: number[] = [];
    for (const tag of [element.localName, '*']) {
      for (const { at, css } of this.#tags.get(tag) ?? []) if (element.matches(css)) found.push(at);
    }
    for (const [name, parts] of this.#attributes) {
      const actual = element.getAttribute(name);
      if (actual === null) continue;
      for (const { at, css, value, isSure } of parts) {
        if ((value ?? actual) === actual && (isSure || element.matches(css))) found.push(at);
      }
    }
    return found.length === 0 ? [] : this.#selectors.filter((_selector, at) => found.includes(at));
  }
}

const push = <T>(lists: Map<string, T[]>, key: string, one: T): void => {
  lists.set(key, [...(lists.get(key) ?? []), one]);
};

/** Tag, and first attribute with its value, of what a selector matches: of its last compound. */
const subject = /(?:^|[ >])([a-z]*)(?:\[([\w-]+)(?:="([^"]*)")?[^\]]*\])?(?:\[[^\]]*\]|[^ [\]"])*$/;

/** No selector here has a comma inside brackets or quotes; `:has()` and `:not()` with lists would. */
const alternatives = (css: string): string[] => css.split(/,(?![^([]*[)\]])/);
