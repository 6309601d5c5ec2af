import { classNames } from './class-names.ts';

export type Child = Node | string | null | false;
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Makes an element. Text children become text nodes: nothing here is ever parsed as markup, so a hostile name is shown as
 * it is. `null` and `false` leave an attribute or a child out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    const text = value === true ? '' : String(value);
    element.setAttribute(name, name === 'class' ? classNames(text) : text);
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A button that does something on this page. */
export function button(label: Child, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'button', ...attributes }, label);
  element.addEventListener('click', onClick);
  return element;
}

let ids = 0;
/** An id that is unique in the document. */
export const freshId = (prefix: string): string => `${prefix}-${(++ids).toString(36)}`;
