import { h } from '../kit/dom.ts';

/**
 * The older kind of modal: a section in a portal below the body, not in the top layer. A focus lock takes the focus back
 * from whatever is outside, unless it is marked with `data-no-focus-lock`. Answers what closes it.
 */
export function openModal(parts: { testId: string; titleId: string; content: Node; focus: HTMLElement }): () => void {
  const dialog = h(
    'section',
    {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': parts.titleId,
      'data-testid': parts.testId,
      class: 'modal legacy',
      tabindex: -1,
    },
    parts.content,
  );
  const portal = h(
    'div',
    { class: 'atlaskit-portal-container' },
    h(
      'div',
      { class: 'atlaskit-portal' },
      h('div', { class: 'blanket', 'data-testid': `${parts.testId}--blanket` }),
      h('div', { class: 'positioner', 'data-testid': `${parts.testId}--positioner` }, dialog),
    ),
  );
  const before = document.activeElement;
  const lock = (event: FocusEvent) => {
    const to = event.target;
    const free = to instanceof Element && to.closest('[data-no-focus-lock], [data-flags], dialog') !== null;
    if (to instanceof Node && !dialog.contains(to) && !free) parts.focus.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  const close = () => {
    document.removeEventListener('focusin', lock);
    document.removeEventListener('keydown', onKey);
    portal.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  document.addEventListener('focusin', lock);
  document.addEventListener('keydown', onKey);
  document.body.append(portal);
  parts.focus.focus();
  return close;
}
