import type { ClassifiedCall } from '../sites/endpoints.ts';
import { type Answer, type Question, type Terms, UNKNOWN } from './channel.ts';

export type Verdict = { readonly allow: true } | { readonly allow: false; readonly message: string };
export type Ask = (call: ClassifiedCall) => Promise<Verdict>;

interface Waiting {
  settle(verdict: Verdict): void;
  hold(): void;
}

/**
 * Captured before the page runs: whoever replaces these later must neither see the port nor a waiting call, nor stop a deadline.
 * For the same reason nothing here goes through `Map` or `call`.
 */
const { setTimeout, clearTimeout } = globalThis;
const { apply } = Reflect;

/** Until the isolated side said otherwise: a policy that could not be asked blocks, after a short while. */
const first: Terms = { terms: true, deadlineMs: 5_000, onUnknown: 'block' };

/** How long a person may think before the page's promise is given up. */
const LONGEST_HOLD_MS = 15 * 60_000;

/** MAIN's asking end. Every question gets a verdict: answered, or by the terms when no answer comes in time. */
export function askOver(port: MessagePort): Ask {
  const waiting: Record<number, Waiting> = { __proto__: null } as never;
  const { postMessage } = port;
  let terms = first;
  let count = 0;
  const unknown = (): Verdict => (terms.onUnknown === 'allow' ? { allow: true } : { allow: false, message: UNKNOWN });

  port.onmessage = (event: MessageEvent<Answer | Terms>) => {
    const message = event.data;
    if ('terms' in message) {
      terms = message;
      return;
    }
    const asked = waiting[message.id];
    if (message.outcome === 'holding') asked?.hold();
    else asked?.settle(message.outcome === 'allow' ? { allow: true } : { allow: false, message: message.message });
  };
  // The extension was reloaded or removed while a call was held: nobody will answer any more.
  port.addEventListener('close', () => {
    for (const id in waiting) waiting[id]?.settle(unknown());
  });

  return (call) =>
    new Promise((resolve) => {
      count += 1;
      const id = count;
      const settle = (verdict: Verdict): void => {
        clearTimeout(timer);
        delete waiting[id];
        resolve(verdict);
      };
      let timer = setTimeout(() => settle(unknown()), terms.deadlineMs);
      const hold = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => settle(unknown()), LONGEST_HOLD_MS);
      };
      waiting[id] = { settle, hold };
      apply(postMessage, port, [{ id, call } satisfies Question]);
    });
}
