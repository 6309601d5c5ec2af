import { MARK } from '../../content/mount.ts';
import type { ControlRef } from '../../sites/control.ts';
import { Gesture } from './gesture.ts';

/** What a click would set off, and the element to press again when it may. */
export interface HeldControl {
  readonly element: HTMLElement;
  readonly control: ControlRef;
}

export interface HoldDeps {
  /** The control that an event would set off; null for everything harmless. Must be quick. */
  readonly controlOf: (target: Element) => HeldControl | null;
  /**
   * What to press when it may go on: pages draw their controls anew. Null when it may not. `canSend`: nobody pressed it, its form is sent,
   * and whether it can be sent with what stands there by then.
   */
  readonly admit: (control: ControlRef, canSend: CanSend | null) => Promise<HTMLElement | null>;
  /** The person did something on the page. */
  readonly acted: () => void;
}

export type CanSend = (element: HTMLElement) => boolean;

/** What a form is sent with; a button is for sending where it does not say otherwise. */
const SENDS = '[type="submit"],button:not([type])';

/**
 * Listens before the page does. An event on a control that gives access goes no further; when the gate lets it through,
 * the control is pressed once for the person, or its form sent. Everything else passes untouched.
 */
export function holdEvents(deps: HoldDeps, signal: AbortSignal): void {
  const held = new WeakSet<Element>();
  const gesture = new Gesture();
  let pressing: Element | null = null;

  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Whether the event goes no further. */
  const take = (
    event: UIEvent | SubmitEvent,
    target: Element,
    goOn: (element: HTMLElement) => void,
    canSend: CanSend | null = null,
  ): boolean => {
    const control = deps.controlOf(target);
    // A press of ours, on its way to the page.
    if (control === null || control.element === pressing) return false;
    stop(event);
    if (held.has(control.element) || ('detail' in event && gesture.isRepeat(event))) return true;
    held.add(control.element);
    control.element.setAttribute('aria-busy', 'true');
    void deps
      .admit(control.control, canSend)
      .then((element) => {
        if (!element || signal.aborted) return;
        pressing = element;
        try {
          goOn(element);
        } finally {
          pressing = null;
        }
      })
      .finally(() => {
        held.delete(control.element);
        control.element.removeAttribute('aria-busy');
      });
    return true;
  };

  const note = (event: UIEvent, target: Element | null): void => {
    const isRepeat = event instanceof KeyboardEvent ? event.repeat : gesture.isRepeat(event);
    if (event.isTrusted && !isRepeat && !(target && isOurs(target))) deps.acted();
  };
  const onPress = (event: MouseEvent): void => {
    const target = targetOf(event);
    note(event, target);
    if (gesture.ends(event)) stop(event);
    else if (target) take(event, target, press);
  };
  const onMouseDown = (event: MouseEvent): void => {
    const target = targetOf(event);
    note(event, target);
    // The others open a menu or a tab.
    if (event.button !== 0) return;
    // Lists of suggestions pick when the button goes down; real buttons act when it comes up.
    gesture.begin(event, () => target?.closest('button, a, input') === null && take(event, target, press));
  };
  const onKey = (event: KeyboardEvent): void => {
    const target = targetOf(event);
    note(event, target);
    const isOn =
      (event.key === 'Enter' || event.key === ' ') &&
      target?.matches('[role]:not(button, a, input, textarea, select)') === true;
    gesture.begin(event, () => isOn && take(event, target, press));
  };
  const onEnd = (event: MouseEvent | KeyboardEvent): void => {
    if (gesture.ends(event)) stop(event);
  };
  const onSubmit = (event: SubmitEvent): void => {
    const form = targetOf(event);
    // Not by the form's own method: it answers for its fields by their names first.
    const by = event.submitter ?? (form && Element.prototype.querySelector.call(form, SENDS));
    const sent = (element: HTMLElement) => asSent(form, event.submitter, element);
    const send = (element: HTMLElement): void => {
      const { its, button } = sent(element);
      // A field may hide the form's own function behind its name.
      HTMLFormElement.prototype.requestSubmit.call(its, button);
    };
    if (by) take(event, by, send, (element) => isSendable(sent(element)));
  };

  const options = { capture: true, signal };
  const listen = (): void => {
    window.addEventListener('click', onPress, options);
    window.addEventListener('mousedown', onMouseDown, options);
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('submit', onSubmit, options);
    for (const type of ['pointerup', 'mouseup', 'keyup'] as const) window.addEventListener(type, onEnd, options);
  };
  listen();
  // A page that opens its document anew takes every listener away, ours too. Where they still stand, or have ended, this does nothing.
  new MutationObserver(listen).observe(document, { childList: true });
}

const targetOf = (event: Event): Element | null => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
};

/** Not by an element's own method: a form answers for its fields by their names first. */
const isOurs = (element: Element): boolean => Element.prototype.closest.call(element, `[${MARK}]`) !== null;

/** Presses as a mouse would; for a submit button this submits its form. */
function press(element: HTMLElement): void {
  if (element.closest('button, a, input') === null)
    for (const type of ['mousedown', 'mouseup'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  element.click();
}

interface Sent {
  readonly its: Element | null;
  readonly button: HTMLElement | null;
}

/**
 * A form as it was sent, by the same button or by none: a click would begin anew what the page does before. `element` stands for the
 * button where the page has drawn it anew.
 */
function asSent(form: Element | null, submitter: HTMLElement | null, element: HTMLElement): Sent {
  const button = submitter === null || submitter.isConnected ? submitter : element;
  return { its: button === null && form?.isConnected ? form : formOf(button ?? element), button };
}

/** The browser sends nothing else. */
const isSendable = ({ its, button }: Sent): boolean =>
  its !== null && (button === null || (isButton(button) && ['submit', 'image'].includes(button.type)));

const formOf = (element: HTMLElement): Element | null => (isButton(element) ? element.form : element.closest('form'));

const isButton = (element: HTMLElement): element is HTMLButtonElement | HTMLInputElement =>
  element instanceof HTMLButtonElement || element instanceof HTMLInputElement;
