import { z } from 'zod';
import { extensionUrl } from '../platform/lifecycle.ts';
import { slot } from '../platform/slot.ts';

/**
 * What proves that a redirect of ours opened the explaining page: any site may open that page, but none can know the word. It
 * stands in the rules and in storage, both of which outlive the worker, and is another one after every use.
 */
const Words = z.object({
  current: z.string(),
  /** Words that rules held until lately: a second link may have been stopped before they were rewritten. Newest first. */
  earlier: z.array(z.string()),
});

const words = slot('local', 'stopped-page', Words);

/** Links stopped at the same time that are still explained; each earlier word serves once. */
const MOST_EARLIER = 8;

async function currentWords(): Promise<z.output<typeof Words>> {
  const known = await words.get();
  if (known !== null) return known;
  const made = { current: crypto.randomUUID(), earlier: [] };
  await words.set(made);
  return made;
}

/** Address of the page that explains a stopped navigation, as the rules write it. */
export const stoppedPage = async (): Promise<string> =>
  extensionUrl(`blocked/index.html?word=${(await currentWords()).current}`);

let last: Promise<unknown> = Promise.resolve();

/** Whether this word was ours. The rules must be written anew after a yes. One question at a time: two may come at once. */
export function spendWord(word: string): Promise<boolean> {
  const answer = last.then(() => spend(word));
  last = answer.catch(() => undefined);
  return answer;
}

async function spend(word: string): Promise<boolean> {
  const { current, earlier } = await currentWords();
  if (word === current) {
    // The rules hold it until they are rewritten: it serves one more link, then it is gone.
    await words.set({ current: crypto.randomUUID(), earlier: [word, ...earlier].slice(0, MOST_EARLIER) });
    return true;
  }
  if (!earlier.includes(word)) return false;
  await words.set({ current, earlier: earlier.filter((known) => known !== word) });
  return true;
}
