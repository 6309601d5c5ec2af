import type { ControlRef } from '../../sites/control.ts';

/** What a click would set off, and the element to press again when it may. */
export interface HeldControl {
  readonly element: HTMLElement;
  readonly control: ControlRef;
}

export interface HoldDeps {
  /** The control that an event would set off; null for everything harmless. Must be quick. */
  readonly controlOf: (target: Element) => HeldControl | null;
  /** What to press when it may go on: pages draw their controls anew. Null when it may not. */
  readonly admit: (control: ControlRef) => Promise<HTMLElement | null>;
}

/** What a form is sent with; a button is for sending where it does not say otherwise. */
const SENDS = '[type="submit"],button:not([type])';

/**
 * Listens before the page does. An event on a control that gives access goes no further; when the gate lets it through,
 * the control is pressed once for the person. Everything else passes untouched.
 */
export function holdEvents(deps: HoldDeps, signal: AbortSignal): void {
  const held = new WeakSet<Element>();
  let pressing: Element | null = null;

  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const take = (event: Event, target: Element): void => {
    const control = deps.controlOf(target);
    // A press of ours, on its way to the page.
    if (control === null || control.element === pressing) return;
    stop(event);
    if (held.has(control.element)) return;
    held.add(control.element);
    control.element.setAttribute('aria-busy', 'true');
    void deps
      .admit(control.control)
      .then((element) => {
        if (!element || signal.aborted) return;
        pressing = element;
        press(element);
        pressing = null;
      })
      .finally(() => {
        held.delete(control.element);
        control.element.removeAttribute('aria-busy');
      });
  };

  const onPress = (event: Event): void => {
    const target = targetOf(event);
    if (target) take(event, target);
  };
  const onMouseDown = (event: Event): void => {
    const target = targetOf(event);
    // Lists of suggestions pick when the button goes down; real buttons act when it comes up.
    if (target && target.closest('button, a, input') === null) take(event, target);
  };
  const onKey = (event: KeyboardEvent): void => {
    const target = targetOf(event);
    if (
      target &&
      (event.key === 'Enter' || event.key === ' ') &&
      target.matches('[role]:not(button, a, input, textarea, select)')
    )
      take(event, target);
  };
  const onSubmit = (event: SubmitEvent): void => {
    const form = targetOf(event);
    // Not by the form's own method: it answers for its fields by their names first.
    const target = event.submitter ?? (form && Element.prototype.querySelector.call(form, SENDS));
    if (target) take(event, target);
  };

  const options = { capture: true, signal };
  const listen = (): void => {
    window.addEventListener('click', onPress, options);
    window.addEventListener('mousedown', onMouseDown, options);
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('submit', onSubmit, options);
  };
  listen();
  // A page that opens its document anew takes every listener away, ours too. Where they still stand, or have ended, this does nothing.
  new MutationObserver(listen).observe(document, { childList: true });
}

const targetOf = (event: Event): Element | null => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
};

/** Presses as a mouse would; for a submit button this submits its form. */
function press(element: HTMLElement): void {
  if (element.closest('button, a, input') === null)
    for (const type of ['mousedown', 'mouseup'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  element.click();
}
