import type { IntentOnPage } from '../../../core/contract/messages/index.ts';

/** For so long a no answers what reads the same. */
const NO_HOLDS_MS = 15_000;

/** So many prompts in a row are answered with a no before a page that goes on by itself is asked about no more. */
const MOST_IN_A_ROW = 3;

/** Tells what a page does on its own after the person said no, or asked IT: it repeats itself, or goes on with others without end. */
export class OnItsOwn {
  #inARow = 0;
  #lastNo = Number.NEGATIVE_INFINITY;
  /** When no was said, by how the act reads. */
  #noes = new Map<string, number>();

  /** Whether an act needs no prompt: the person did nothing since they answered it. `lastAct`: when they last did something on the page. */
  isOne(intent: IntentOnPage, lastAct: number, now: number): boolean {
    if (lastAct >= this.#lastNo) {
      this.#inARow = 0;
      this.#noes.clear();
    }
    const no = this.#noes.get(JSON.stringify(intent));
    return this.#inARow >= MOST_IN_A_ROW || (no !== undefined && now - no < NO_HOLDS_MS);
  }

  /** The person was asked: `isNo` unless they go on. */
  answered(intent: IntentOnPage, isNo: boolean, now: number): void {
    if (!isNo) {
      this.#inARow = 0;
      return;
    }
    for (const [act, no] of this.#noes) if (now - no >= NO_HOLDS_MS) this.#noes.delete(act);
    this.#noes.set(JSON.stringify(intent), now);
    this.#inARow += 1;
    this.#lastNo = now;
  }
}
