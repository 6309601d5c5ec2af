import { type Callable, lookUp, printOf, proxyOf } from './natives.ts';

/**
 * Wraps a function of the browser so that it keeps its name, length, properties and printed form: pages and their error
 * trackers test these. `instead` gets the receiver and arguments and calls the original itself.
 */
export function disguise<F extends Callable>(
  original: F,
  instead: (receiver: unknown, args: readonly unknown[]) => ReturnType<F>,
): F {
  const print = printOf(original);
  return proxyOf(original, {
    apply: (_target, receiver, args: readonly unknown[]) => instead(receiver, args),
    get: (target, key, receiver) => (key === 'toString' ? print : lookUp(target, key, receiver)),
  });
}
