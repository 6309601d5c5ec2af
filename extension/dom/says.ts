import { element } from './element.ts';

/**
 * Text of ours in somebody else's page: drawn as generated content, because `window.find` of a page finds text in closed roots, and
 * not this. Screen readers read it as any text. Give the root's style sheet `saysCss`.
 */
export function says<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  return element(tag, { ...attributes, 'data-says': text });
}

export const saysCss = '[data-says]::before{content:attr(data-says)}';
