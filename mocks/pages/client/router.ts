let draw: () => void = () => undefined;

/** Registers what draws the page for the current address, and draws it. */
export function startRouter(render: () => void): void {
  draw = render;
  addEventListener('popstate', () => draw());
  draw();
}

/** Goes to another page of the product without loading a document. */
export function navigate(href: string): void {
  history.pushState(null, '', href);
  draw();
}
