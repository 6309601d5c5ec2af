/**
 * Wraps a function of the browser so that it keeps its name, length, properties and printed form: pages and their error
 * trackers test these. `instead` gets the receiver and arguments and calls the original itself.
 */
export function disguise<F extends (...args: never[]) => unknown>(
  original: F,
  instead: (receiver: unknown, args: Parameters<F>) => ReturnType<F>,
): F {
  const print = Function.prototype.toString.bind(original);
  return new Proxy(original, {
    apply: (_target, receiver, args) => instead(receiver, args as Parameters<F>),
    get: (target, key, receiver) => (key === 'toString' ? print : Reflect.get(target, key, receiver)),
  });
}
