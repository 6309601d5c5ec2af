/** Keeps the closed roots that are made from now on, for unit tests to look into: a page has no such way. */
export function captureRoots(): (host: Element | null | undefined) => ShadowRoot | undefined {
  const roots = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  return (host) => (host ? roots.get(host) : undefined);
}

/** What a root says: text, and what is drawn as generated content. */
export const saidIn = (root: ParentNode | undefined): string =>
  [...(root?.querySelectorAll('*') ?? [])]
    .flatMap((node) => [node.getAttribute('data-says') ?? '', node.childElementCount === 0 ? node.textContent : ''])
    .join(' ');
