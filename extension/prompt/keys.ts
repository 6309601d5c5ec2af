/** Keys that press something, or close. */
const PRESSES: readonly string[] = ['Enter', ' ', 'Escape'];

/**
 * Knows whether a key is held here. What it says resolves once none is: a prompt that went away under a held key would leave the rest of it
 * to the page, which may close its own dialog then, or begin the act anew.
 */
export function watchKeys(signal: AbortSignal): () => Promise<void> {
  let isHeld = false;
  let waiting: (() => void)[] = [];
  const released = (): void => {
    isHeld = false;
    for (const one of waiting) one();
    waiting = [];
  };
  const pressed = ({ key }: KeyboardEvent): void => {
    if (PRESSES.includes(key)) isHeld = true;
  };
  const options = { capture: true, signal };
  window.addEventListener('keydown', pressed, options);
  window.addEventListener('keyup', released, options);
  // What is let go elsewhere is not heard of.
  window.addEventListener('blur', released, { signal });
  return () => (isHeld ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve());
}
