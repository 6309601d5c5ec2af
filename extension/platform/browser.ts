type Api = typeof chrome;

let chosen: Api | null = null;

/** Makes `api()` answer this instead of the browser's own object. */
export function answerWith(api: Api): void {
  chosen = api;
}

/**
 * The extension API of this browser. Firefox calls it `browser`; what content scripts use of it answers promises in both under
 * Manifest V3. Read at call time, so that tests can put a fake in place.
 */
export function api(): Api {
  if (chosen) return chosen;
  const globals = globalThis as { browser?: Api; chrome?: Api };
  const found = globals.browser?.runtime ? globals.browser : globals.chrome;
  if (!found?.runtime) throw new Error('The extension API is missing: this code runs inside the extension only.');
  return found;
}
