type Api = typeof chrome;

/**
 * The extension API of this browser. Firefox calls it `browser`; both answer promises under Manifest V3, so no polyfill
 * is shipped. Read at call time, so that tests can put a fake in place.
 */
export function api(): Api {
  const globals = globalThis as { browser?: Api; chrome?: Api };
  const found = globals.browser?.runtime ? globals.browser : globals.chrome;
  if (!found?.runtime) throw new Error('The extension API is missing: this code runs inside the extension only.');
  return found;
}
