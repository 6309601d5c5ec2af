import type { Place } from './address.ts';
import type { BodyText } from './body.ts';
import { type Answer, type Dropped, type Question, type Terms, UNKNOWN } from './channel.ts';
import { cancel, later, ledger, listen, messageOf, own, post, startPort } from './natives.ts';

export type Verdict = { readonly allow: true } | { readonly allow: false; readonly message: string };
/**
 * Calls back once, never before it returns, with no event of ours in the page's `window.event`. What it returns drops the question:
 * the page gave its call up, and nothing is called back any more.
 */
export type Ask = (place: Place, text: BodyText, answered: (verdict: Verdict) => void) => () => void;

interface Waiting {
  readonly settle: (verdict: Verdict) => void;
  readonly hold: () => void;
}

/** Until the isolated side said otherwise: a policy that could not be asked blocks, after a short while. */
const first: Terms = { terms: true, deadlineMs: 5_000, onUnknown: 'block' };

/** How long a person may think before the page's promise is given up. */
const LONGEST_HOLD_MS = 15 * 60_000;

/**
 * The deadline in so many turns of our own thread: while a task of the page keeps it busy, nobody can answer, and that time is one
 * turn however long it is.
 */
const TURNS = 4;

/** MAIN's asking end. Every question gets a verdict: answered, or by the terms when no answer comes in time. */
export function askOver(port: MessagePort): Ask {
  const waiting = ledger<Waiting>();
  let terms = first;
  let count = 0;
  const unknown = (): Verdict => (terms.onUnknown === 'allow' ? { allow: true } : { allow: false, message: UNKNOWN });

  // In a task of its own: whatever of the page runs inside this event finds it in `window.event`, and the port in that.
  const hear = (message: Answer | Terms): void => {
    if (own(message, 'terms')) {
      terms = message as Terms;
      return;
    }
    const answer = message as Answer;
    const asked = waiting.of(answer.id);
    if (!asked) return;
    const { settle, hold } = asked;
    if (answer.outcome === 'holding') hold();
    else settle(answer.outcome === 'allow' ? { allow: true } : { allow: false, message: answer.message });
  };
  listen(port, 'message', (event) => {
    const message = messageOf(event) as Answer | Terms;
    later(() => hear(message), 0);
  });
  startPort(port);
  // The extension was reloaded or removed while a call was held: nobody will answer any more.
  const giveUp = (): void => waiting.each(({ settle }) => settle(unknown()));
  listen(port, 'close', () => void later(giveUp, 0));

  return ({ method, url, plain }, { body, unreadable, hasFile = false }, answered) => {
    count += 1;
    const id = count;
    const settle = (verdict: Verdict): void => {
      cancel(timer);
      waiting.drop(id);
      answered(verdict);
    };
    /** Nobody answered in time: whoever still asks somebody hears that nothing waits any more. */
    const lapse = (): void => {
      post(port, { id, dropped: true } satisfies Dropped);
      settle(unknown());
    };
    let timer = 0;
    const wait = (turns: number): void => {
      timer = later(() => (turns > 1 ? wait(turns - 1) : lapse()), terms.deadlineMs / TURNS);
    };
    wait(TURNS);
    const hold = (): void => {
      cancel(timer);
      timer = later(lapse, LONGEST_HOLD_MS);
    };
    waiting.set(id, { settle, hold });
    post(port, { id, call: { method, url, plain, body, unreadable, hasFile } } satisfies Question);
    return () => {
      if (!waiting.of(id)) return;
      cancel(timer);
      waiting.drop(id);
      post(port, { id, dropped: true } satisfies Dropped);
    };
  };
}
