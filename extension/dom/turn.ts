import { turns } from '../platform/turns.ts';

const inTurn = turns();

/** How many prompts stand or wait to. */
let prompts = 0;

/** What waits until the last of them is answered. */
let waiting: (() => void)[] = [];

/**
 * Gives the page to the prompt for as long as `run` lasts, one after the other: what was stopped meanwhile is told too. Who asks sees to
 * it that few wait.
 */
export async function takeTurn<T>(run: () => Promise<T>): Promise<T> {
  prompts += 1;
  try {
    return await inTurn(run);
  } finally {
    prompts -= 1;
    if (prompts === 0) {
      const next = waiting;
      waiting = [];
      for (const one of next) one();
    }
  }
}

/**
 * Runs at once, or as soon as no prompt stands: over it anything else of ours could be neither read in peace nor pressed, and would cover
 * what the person is about to press.
 */
export function afterPrompt(run: () => void): void {
  if (prompts > 0) waiting.push(run);
  else run();
}
