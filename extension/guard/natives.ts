/**
 * The browser's own functions, taken while this script starts, before any script of the page; only where a frame loaded
 * an address, the page around it has had the window before (`docs/limits.md`). Nothing else of the guard names a global or a prototype
 * (`natives-forms.ts` is this file's second half): everything calls what is exported here, so that a page which replaces
 * `Reflect.apply`, an iterator, a getter or a constructor, or puts properties on `Object.prototype`, changes nothing for us and is
 * handed nothing. `tests/architecture.test.ts` holds it.
 *
 * For the same reason arrays are literals or rest parameters (both define own items, whatever `Array.prototype` has), objects
 * that the browser reads have no prototype, nothing is iterated by protocol, and promises are waited for by `whenSettled` only.
 */
const { apply: reflectApply, getOwnPropertyDescriptor, defineProperty, getPrototypeOf, get: reflectGet } = Reflect;
const ObjectPrototype = Object.prototype;

export type Callable = (...args: never[]) => unknown;

export const apply = <F extends Callable>(fn: F, receiver: unknown, args: readonly unknown[]): ReturnType<F> =>
  reflectApply(fn, receiver, args) as ReturnType<F>;

/** A function of a prototype, called on its first argument. */
export const method =
  <A extends unknown[], R>(fn: (...args: A) => R) =>
  (of: unknown, ...args: A): R =>
    reflectApply(fn, of, args) as R;

/** An accessor of a prototype. Throws, as the browser does, on what is not of its kind, whatever prototype that shows. */
export function getter<T extends object, K extends keyof T & string>(prototype: T, name: K): (of: unknown) => T[K] {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`This browser has no ${name} to look at.`);
  return (of) => reflectApply(get, of, []) as T[K];
}

/** Whether a value is of the browser's kind that `look` belongs to, of any realm. */
export const isOf =
  (look: (of: unknown) => unknown) =>
  (value: unknown): boolean => {
    try {
      look(value);
      return true;
    } catch {
      return false; // Not of that kind: this is how the browser tells.
    }
  };

// Text. `toText` is the one conversion of a value of the page: it may run code of the page, so it is done once.
const { fromCharCode } = String;
const { parseInt: hexadecimal } = Number;
const testExpression = method(RegExp.prototype.exec);
export const toText = (value: unknown): string => `${value as string}`;
export const toUpper = method(String.prototype.toUpperCase);
export const toLower = method(String.prototype.toLowerCase);
export const indexOf = method(String.prototype.indexOf);
export const endsWith = method(String.prototype.endsWith);
export const startsWith = method(String.prototype.startsWith);
export const slice = method(String.prototype.slice);
export const charCodeAt = method(String.prototype.charCodeAt);
export const charOf = (code: number): string => fromCharCode(code);
export const hexOf = (digits: string): number => hexadecimal(digits, 16);
export const matches = (expression: RegExp, text: string): boolean => testExpression(expression, text) !== null;
const { stringify, parse: parseJson } = JSON;
/** A text as JSON. Of texts only: `toJSON` of the page is asked of nothing else. */
export const quote = (text: string): string => stringify(text);
/** Undefined when it is no JSON. Look at the parts with `own` and `eachItem` only. */
export function fromJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

// Objects and lists.
const { isArray } = Array;
const { hasOwn } = Object;

export { isArray };
export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
/** An own property's value; undefined where there is none, whatever the prototypes have. */
export const own = (of: object, name: PropertyKey): unknown =>
  hasOwn(of, name) ? (of as Record<PropertyKey, unknown>)[name] : undefined;
/** What the browser will find under a name, getters and prototypes included: as it, we look once. */
export const lookUp = (of: object, name: PropertyKey, receiver: unknown = of): unknown =>
  reflectGet(of, name, receiver);
/** Every own name of what JSON gave. */
export function eachName(of: object, look: (name: string) => void): void {
  for (const name in of) if (hasOwn(of, name)) look(name);
}
export function eachItem(list: readonly unknown[], look: (item: unknown) => void): void {
  for (let index = 0; index < list.length; index += 1) look(itemOf(list, index));
}
export const itemOf = (list: readonly unknown[], index: number): unknown =>
  index < list.length ? list[index] : undefined;

/** `init` with some members pinned to what we saw, so that the browser does not ask the page's getters a second time. */
export function pinned<T extends object>(init: object, members: T): T {
  if (getPrototypeOf(init) === ObjectPrototype) return layOver(init, members);
  // A `Request`, or another object of the browser, answers its getters only when asked itself.
  return new NativeProxy(members, {
    __proto__: null,
    get: (_target: T, name: PropertyKey) => (hasOwn(members, name) ? own(members, name) : reflectGet(init, name)),
  } as ProxyHandler<T>);
}
const { setPrototypeOf } = Reflect;
const layOver = <T extends object>(init: object, members: T): T => {
  setPrototypeOf(members, init);
  return members;
};

/** Puts `value` where the browser has its own, as a page would find it. */
export function replace(holder: object, name: PropertyKey, value: unknown): void {
  const known = getOwnPropertyDescriptor(holder, name);
  defineProperty(holder, name, {
    __proto__: null,
    value,
    writable: true,
    enumerable: known?.enumerable ?? true,
    configurable: true,
  } as PropertyDescriptor);
}

/** Takes what a window has away from it, as in browsers that do not have it. */
export const { deleteProperty: takeAway } = Reflect;

const printed = Function.prototype.toString;
const bindTo = Function.prototype.bind;
/** The printed form of a function, as a function. */
export const printOf = (fn: Callable): (() => string) => reflectApply(bindTo, printed, [fn]) as () => string;
/** A proxy whose traps are these and no other: a handler with a prototype would take traps of the page, and hand them the target. */
export const proxyOf = <F extends Callable>(target: F, handler: ProxyHandler<F>): F =>
  new NativeProxy(target, { __proto__: null, apply: handler.apply, get: handler.get } as ProxyHandler<F>);
const NativeProxy = Proxy;

/** A weak map whose methods the page cannot reach. */
export interface Notes<V> {
  of(key: object): V | undefined;
  set(key: object, value: V): void;
  drop(key: object): void;
}
const mapGet = method(WeakMap.prototype.get);
const mapSet = method(WeakMap.prototype.set);
const mapDelete = method(WeakMap.prototype.delete);
const NativeWeakMap = WeakMap;
export function notes<V>(): Notes<V> {
  const map = new NativeWeakMap<object, V>();
  return {
    of: (key) => mapGet(map, key) as V | undefined,
    set: (key, value) => void mapSet(map, key, value),
    drop: (key) => void mapDelete(map, key),
  };
}

/** A few things by number, in no order of importance. */
export interface Ledger<V> {
  of(id: number): V | undefined;
  set(id: number, value: V): void;
  drop(id: number): void;
  each(look: (value: V) => void): void;
}
export function ledger<V>(): Ledger<V> {
  const rows = { __proto__: null } as unknown as Record<number, V>;
  return {
    of: (id) => rows[id],
    set: (id, value) => {
      rows[id] = value;
    },
    drop: (id) => {
      delete rows[id];
    },
    each: (look) => {
      for (const id in rows) look(rows[id] as V);
    },
  };
}

// Promises. The page can replace `then` and `constructor`; what we decide never goes through either.
const NativePromise = Promise;
const then = method(Promise.prototype.then);
export const promise = <T>(
  start: (settle: (value: T | PromiseLike<T>) => void, fail: (error: unknown) => void) => void,
): Promise<T> => new NativePromise(start);
/** Waits for a promise that the browser gave us and nobody else has. */
export function whenSettled<T>(of: Promise<T>, done: (value: T) => void, failed: (error: unknown) => void): void {
  // Without a constructor of its own `then` would ask the page's `Promise.prototype` which one to make.
  defineProperty(of, 'constructor', { __proto__: null, value: undefined } as PropertyDescriptor);
  then(of, done as (value: unknown) => unknown, failed);
}

const { setTimeout: nativeSetTimeout, clearTimeout: nativeClearTimeout } = globalThis;
export const later = (run: () => void, ms: number): number =>
  reflectApply(nativeSetTimeout, undefined, [run, ms]) as unknown as number;
export const cancel = (timer: number): void => reflectApply(nativeClearTimeout, undefined, [timer]);

// Messages.
export const post = method(MessagePort.prototype.postMessage as (message: unknown) => void);
export const messageOf = getter(MessageEvent.prototype, 'data');
export const portsOf = getter(MessageEvent.prototype, 'ports');
export const isMessage = isOf(portsOf);
export const listen = method(
  EventTarget.prototype.addEventListener as (type: string, heard: (event: Event) => void, capture?: boolean) => void,
);
export const unlisten = method(
  EventTarget.prototype.removeEventListener as (type: string, heard: (event: Event) => void, capture?: boolean) => void,
);
export const startPort = method(MessagePort.prototype.start);
export const stopEvent = method(Event.prototype.stopImmediatePropagation);
export const prevent = method(Event.prototype.preventDefault);
export const isPrevented = getter(Event.prototype, 'defaultPrevented');
const phaseOf = getter(Event.prototype, 'eventPhase');
/** Whether every listener has heard it. */
export const isOver = (event: Event): boolean => phaseOf(event) === 0;
/** Whether the browser itself made it; what the page makes has no consequences. No page can redefine this one of an event's own. */
export const isTrusted = (event: Event): boolean => own(event, 'isTrusted') === true;

// Addresses.
const NativeURL = URL;
const { createObjectURL, revokeObjectURL } = URL;
export const baseOf = getter(Node.prototype, 'baseURI');
export const hostOf = getter(URL.prototype, 'hostname');
export const pathOf = getter(URL.prototype, 'pathname');
export const hrefOf = getter(URL.prototype, 'href');
/** Null when it is no address. */
export function addressOf(text: string, base: string): URL | null {
  try {
    return new NativeURL(text, base);
  } catch {
    return null;
  }
}
/** An address of this page that answers nobody any more. */
export function nowhere(): string {
  const address = reflectApply(createObjectURL, NativeURL, [new NativeBlob()]) as string;
  reflectApply(revokeObjectURL, NativeURL, [address]);
  return address;
}

// Requests and bodies.
const NativeRequest = Request;
const NativeResponse = Response;
const NativeBlob = Blob;
const NativeForm = FormData;
const NativeParameters = URLSearchParams;
const decoder = new TextDecoder();
const decode = method(TextDecoder.prototype.decode);
const nativeClone = globalThis.structuredClone;
const { isView } = ArrayBuffer;
export const requestUrl = getter(Request.prototype, 'url');
export const requestMethod = getter(Request.prototype, 'method');
export const cloneRequest = method(Request.prototype.clone);
export const requestText = method(Request.prototype.text);
export const signalOf = getter(Request.prototype, 'signal');
export const isAborted = getter(AbortSignal.prototype, 'aborted');
export const reasonOf = getter(AbortSignal.prototype, 'reason');
export const isRequest = isOf(requestUrl);
export const newRequest = (input: unknown, init: object | undefined): Request =>
  new NativeRequest(input as RequestInfo, init as RequestInit);
export function newResponse(body: string, status: number, statusText: string, type: string): Response {
  const headers = { __proto__: null, 'content-type': type };
  return new NativeResponse(body, { __proto__: null, status, statusText, headers } as unknown as ResponseInit);
}

export const blobSize = getter(Blob.prototype, 'size');
export const blobType = getter(Blob.prototype, 'type');
export const blobText = method(Blob.prototype.text);
export const isBlob = isOf(blobSize);
export const parametersText = method(URLSearchParams.prototype.toString);
export const isParameters = isOf((value) => parametersText(value));
export const newParameters = (text: string): URLSearchParams => new NativeParameters(text);
export const eachField = method(FormData.prototype.forEach);
const hasField = method(FormData.prototype.has);
export const isForm = isOf((value) => hasField(value, ''));
export const dropField = method(FormData.prototype.delete);
export const addField = method(FormData.prototype.append as (name: string, value: FormDataEntryValue) => void);
export const newForm = (form?: HTMLFormElement, submitter?: HTMLElement | null): FormData =>
  form ? new NativeForm(form, submitter) : new NativeForm();
export const isStream = isOf(getter(ReadableStream.prototype, 'locked'));
const bufferSize = getter(ArrayBuffer.prototype, 'byteLength');
const sizeOfBytes = getter(getPrototypeOf(Uint8Array.prototype) as Uint8Array, 'byteLength');
const sizeOfView = getter(DataView.prototype, 'byteLength');
/** Length in bytes of a buffer or a view of one; null when it is neither. */
export function byteLength(value: object): number | null {
  if (isView(value)) return isOf(sizeOfBytes)(value) ? sizeOfBytes(value) : sizeOfView(value);
  return isOf(bufferSize)(value) ? bufferSize(value) : null;
}
export const decodeBytes = (bytes: object): string => decode(decoder, bytes as BufferSource);
/** A copy that the page has not. */
export const copyBytes = <T extends object>(bytes: T): T => reflectApply(nativeClone, undefined, [bytes]) as T;
const nodeType = getter(Node.prototype, 'nodeType');
const DOCUMENT = 9;
export const isDocument = (value: object): boolean => isOf(nodeType)(value) && nodeType(value) === DOCUMENT;
