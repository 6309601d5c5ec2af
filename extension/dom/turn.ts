/** What waits until the prompt is answered; null while there is none. */
let waiting: (() => void)[] | null = null;

/** Gives the page to the prompt for as long as `run` lasts. Null, with nothing run, where another has it. */
export async function takeTurn<T>(run: () => Promise<T>): Promise<T | null> {
  if (waiting) return null;
  waiting = [];
  try {
    return await run();
  } finally {
    const next = waiting;
    waiting = null;
    for (const one of next) one();
  }
}

/**
 * Runs at once, or as soon as the prompt is answered: over it anything else of ours could be neither read in peace nor pressed, and
 * would cover what the person is about to press.
 */
export function afterPrompt(run: () => void): void {
  if (waiting) waiting.push(run);
  else run();
}
