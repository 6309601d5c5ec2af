import { apply, type Callable, getter } from './natives.ts';

/** XMLHttpRequest, taken as everything in `natives.ts`. */
const NativeRequest = XMLHttpRequest;
const stateOf = getter(XMLHttpRequest.prototype, 'readyState');
const OPENED = 1;

/** Whether it was opened and has no answer yet. Throws, as the browser does, on what is no request. */
export const isOpen = (request: unknown): boolean => stateOf(request) === OPENED;

/** Throws what the browser says to a request that cannot be sent as it is. */
export const sayNotOpen = (send: Callable): never => apply(send, new NativeRequest(), []) as never;
