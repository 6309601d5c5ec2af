import { aimOf, NO_ADDRESS, type Place } from './address.ts';
import type { Ask } from './ask.ts';
import { settled, takeBody } from './body.ts';
import { disguise } from './disguise.ts';
import { holdFor, isPlainlyHarmless } from './held.ts';
import { apply, type Callable, isObject, itemOf, notes, nowhere, own, replace, toText } from './natives.ts';
import { isOpen, sayNotOpen } from './natives-xhr.ts';
import type { Realm } from './realm.ts';

/** One that the page set, behind which stand those it set before. */
interface Header {
  readonly name: string;
  readonly text: string;
  readonly next: Header | undefined;
}

/** What a request was last opened for here. */
interface Opened {
  readonly place: Place | null;
  readonly async: boolean;
  readonly args: readonly unknown[];
}

/**
 * Holds XMLHttpRequests that may give access. Any window's functions work on a request, and each window's guard knows only what was
 * opened with its own: so whatever is sent is opened once more before, for what was judged; what was never opened here is refused.
 * A refused request fails like a call that never got through: it is opened at an address that cannot be reached, so that every event
 * comes from the browser itself. A synchronous one cannot wait for a verdict: it is refused.
 */
export function guardXhr({ XMLHttpRequest: prototype, base }: Realm, ask: Ask): void {
  const open = own(prototype, 'open') as Callable;
  const send = own(prototype, 'send') as Callable;
  const abort = own(prototype, 'abort') as Callable;
  const setHeader = own(prototype, 'setRequestHeader') as Callable;
  const opened = notes<Opened>();
  const headers = notes<Header>();
  /** Which opening of a request was sent. */
  const sent = notes<Opened>();
  /** What gives a held request up. */
  const held = notes<() => void>();

  const guardedOpen = disguise(open, (receiver, args) => {
    if (args.length < 2 || !isObject(receiver)) return apply(open, receiver, args);
    // Texts before anything else: no code of the page runs between our look at the address and the browser's.
    const method = toText(itemOf(args, 0));
    const address = toText(itemOf(args, 1));
    const async = args.length < 3 || !!itemOf(args, 2);
    const user = textOrNothing(itemOf(args, 3));
    const password = textOrNothing(itemOf(args, 4));
    const { url, place } = aimOf(method, address, base);
    const all = [method, url ?? NO_ADDRESS, async, user, password];
    const before = opened.of(receiver);
    // Noted first: the page hears of the opening at once.
    opened.set(receiver, { place, async, args: all });
    try {
      apply(open, receiver, all);
    } catch (error) {
      // Nothing was opened: what was open before still is.
      if (before) opened.set(receiver, before);
      else opened.drop(receiver);
      throw error;
    }
    giveUp(receiver);
    return undefined;
  });

  const guardedHeader = disguise(setHeader, (receiver, args) => {
    if (args.length < 2 || !isObject(receiver)) return apply(setHeader, receiver, args);
    const name = toText(itemOf(args, 0));
    const text = toText(itemOf(args, 1));
    apply(setHeader, receiver, [name, text]);
    const call = opened.of(receiver);
    if (call) headers.set(call, { name, text, next: headers.of(call) });
    return undefined;
  });

  const guardedSend = disguise(send, (receiver, args) => {
    // Before anything is looked at: it may run code of the page, which may open something else.
    const data = settled(itemOf(args, 0));
    if (!isObject(receiver) || !isOpen(receiver)) return apply(send, receiver, [data]);
    const call = opened.of(receiver);
    if (!call) return fail(receiver, true);
    if (sent.of(receiver) === call) return sayNotOpen(send);
    sent.set(receiver, call);
    const { place, async, args: all } = call;
    const given = headers.of(call);
    const go = (body: unknown): void => {
      apply(open, receiver, all);
      setHeaders(receiver, given);
      apply(send, receiver, [body]);
    };
    if (!place) return go(data);
    const body = takeBody(data);
    if (isPlainlyHarmless(place, body.text)) return go(body.send);
    if (!async) return fail(receiver, false);
    const drop = holdFor(ask, place, body, (verdict) => {
      held.drop(receiver);
      // Another window's functions have sent it since: what it is open for now is not what was judged.
      if (!isOpen(receiver)) return;
      if (verdict.allow) go(body.send);
      else fail(receiver, true);
    });
    held.set(receiver, drop);
    return undefined;
  });

  const guardedAbort = disguise(abort, (receiver, args) => {
    // The page hears of the end of what was never sent, as of any other's.
    if (isObject(receiver) && giveUp(receiver) && isOpen(receiver)) fail(receiver, true);
    return apply(abort, receiver, args);
  });
  replace(prototype, 'open', guardedOpen);
  replace(prototype, 'setRequestHeader', guardedHeader);
  replace(prototype, 'send', guardedSend);
  replace(prototype, 'abort', guardedAbort);

  function fail(receiver: object, async: boolean): void {
    apply(open, receiver, ['GET', nowhere(), async]);
    apply(send, receiver, []);
  }

  function setHeaders(receiver: object, header: Header | undefined): void {
    if (!header) return;
    setHeaders(receiver, header.next);
    apply(setHeader, receiver, [header.name, header.text]);
  }

  /** Whether it was held. */
  function giveUp(receiver: object): boolean {
    const drop = held.of(receiver);
    if (!drop) return false;
    held.drop(receiver);
    drop();
    return true;
  }
}

const textOrNothing = (value: unknown): string | null => (value === null || value === undefined ? null : toText(value));
