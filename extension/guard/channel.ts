import type { ClassifiedCall } from '../sites/endpoints.ts';

/**
 * MAIN world and isolated world meet once, at `document_start`: MAIN listens, the isolated script hands over a port in a
 * synchronous event, MAIN takes it and stops listening. Both run before any script of the page, so that no page can see the
 * event or send one of its own; the functions used are captured before the page could replace them.
 */
const HAND_OVER = 'gatehouse-port';

/** What MAIN asks; `id` is its own count. */
export interface Question {
  readonly id: number;
  readonly call: ClassifiedCall;
}

/**
 * `holding`: a person is being asked, wait without a deadline. `block` carries the sentence that the refused call answers
 * with.
 */
export type Answer =
  | { readonly id: number; readonly outcome: 'allow' }
  | { readonly id: number; readonly outcome: 'block'; readonly message: string }
  | { readonly id: number; readonly outcome: 'holding' };

/** Sent first by the isolated side and again when the policy changes: what holds when no answer comes in time. */
export interface Terms {
  readonly terms: true;
  readonly deadlineMs: number;
  readonly onUnknown: 'allow' | 'block';
}

/** Shown by Atlassian's own error handling where a policy could not be asked. */
export const UNKNOWN = 'Gatehouse could not check this action with your IT policy. Try again in a moment.';

const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;

/** MAIN's end. `taken` is called at most once, during the isolated script's start. */
export function takePort(target: EventTarget, taken: (port: MessagePort) => void): void {
  const listener = (event: Event): void => {
    event.stopImmediatePropagation();
    removeEventListener.call(target, HAND_OVER, listener, true);
    const [port] = (event as MessageEvent).ports;
    if (port) taken(port);
  };
  addEventListener.call(target, HAND_OVER, listener, true);
}

/** The isolated end: hands one side of a new channel to MAIN and returns the other. Must run at `document_start`. */
export function handOverPort(target: EventTarget): MessagePort {
  const { port1, port2 } = new MessageChannel();
  dispatchEvent.call(target, new MessageEvent(HAND_OVER, { ports: [port2] }));
  return port1;
}
