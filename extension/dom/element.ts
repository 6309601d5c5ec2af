type Attributes = Readonly<Record<string, string | true | undefined>>;

/** Makes an element from attributes and children. Strings become text nodes: page data can never become markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, value === true ? '' : value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A button that reacts to people only: a script of the page cannot press it. */
export function button(label: string, kind: 'primary' | 'subtle', press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) press();
  });
  return made;
}
