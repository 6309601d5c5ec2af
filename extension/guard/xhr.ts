import { type Place, placeOf } from './address.ts';
import type { Ask } from './ask.ts';
import { takeBody } from './body.ts';
import { disguise } from './disguise.ts';
import { holdFor, isPlainlyHarmless } from './held.ts';
import { apply, type Callable, isObject, itemOf, notes, nowhere, own, replace, toText } from './natives.ts';
import type { Realm } from './realm.ts';

interface Opened {
  readonly place: Place;
  readonly async: boolean;
}

/**
 * Holds XMLHttpRequests that may give access. A refused one fails like a call that never got through: it is opened again at an
 * address that cannot be reached, so that every event comes from the browser itself. A synchronous one cannot wait for a
 * verdict: it is refused.
 */
export function guardXhr({ XMLHttpRequest: prototype, base }: Realm, ask: Ask): void {
  const open = own(prototype, 'open') as Callable;
  const send = own(prototype, 'send') as Callable;
  const abort = own(prototype, 'abort') as Callable;
  const opened = notes<Opened>();
  /** What each held request waits for; another or none means that it was aborted or opened anew. */
  const held = notes<object>();

  const guardedOpen = disguise(open, (receiver, args) => {
    if (args.length < 2 || !isObject(receiver)) return apply(open, receiver, args);
    // Texts before anything else: no code of the page runs between our look at the address and the browser's.
    const method = toText(itemOf(args, 0));
    const address = toText(itemOf(args, 1));
    const async = args.length < 3 || !!itemOf(args, 2);
    const user = textOrNothing(itemOf(args, 3));
    const password = textOrNothing(itemOf(args, 4));
    const place = placeOf(method, address, base);
    const before = opened.of(receiver);
    held.drop(receiver);
    note(receiver, place ? { place, async } : undefined);
    try {
      return apply(open, receiver, [method, address, async, user, password]);
    } catch (error) {
      note(receiver, before); // Nothing was opened: what was open before still is.
      throw error;
    }
  });

  const guardedSend = disguise(send, (receiver, args) => {
    if (!isObject(receiver) || !opened.of(receiver)) return apply(send, receiver, args);
    const body = takeBody(itemOf(args, 0));
    // After the body became a text, which may have run code of the page that opened something else.
    const call = opened.of(receiver);
    const go = (): void => void apply(send, receiver, [body.send]);
    if (!call || isPlainlyHarmless(call.place, body.text)) return go();
    const fail = (): void => {
      apply(open, receiver, ['GET', nowhere(), call.async]);
      apply(send, receiver, []);
    };
    if (!call.async) return fail();
    const ticket = {};
    held.set(receiver, ticket);
    holdFor(ask, call.place, body, (verdict) => {
      if (held.of(receiver) !== ticket) return;
      held.drop(receiver);
      if (verdict.allow) go();
      else fail();
    });
    return undefined;
  });

  const guardedAbort = disguise(abort, (receiver, args) => {
    if (isObject(receiver)) held.drop(receiver);
    return apply(abort, receiver, args);
  });
  replace(prototype, 'open', guardedOpen);
  replace(prototype, 'send', guardedSend);
  replace(prototype, 'abort', guardedAbort);

  function note(request: object, what: Opened | undefined): void {
    if (what) opened.set(request, what);
    else opened.drop(request);
  }
}

const textOrNothing = (value: unknown): string | null => (value === null || value === undefined ? null : toText(value));
