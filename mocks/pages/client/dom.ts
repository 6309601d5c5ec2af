type Child = Node | string | null;

/** Makes an element. Children that are text become text nodes: nothing here is ever parsed as markup. */
export function h(
  tag: string,
  attributes: Record<string, string | boolean | null> = {},
  ...children: Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(text: string, onClick: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, text) as HTMLButtonElement;
  element.addEventListener('click', onClick);
  return element;
}

/** A class name as build tools make them: means nothing and must not be relied on. */
export const hashed = (name: string): string => {
  const sum = [...name].reduce((total, char) => (total * 33 + char.charCodeAt(0)) >>> 0, 5381);
  return `_${sum.toString(36).padStart(8, '1').slice(0, 8)}`;
};
