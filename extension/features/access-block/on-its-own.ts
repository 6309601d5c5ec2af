import type { IntentOnPage } from '../../../core/contract/messages/index.ts';

/** For so long a no answers what reads the same. */
const NO_HOLDS_MS = 15_000;

/** So many prompts in a row are answered with a no before a page that goes on by itself is asked about no more. */
const MOST_IN_A_ROW = 3;

/** What is known of the person on the page. */
export interface Person {
  /** When they last did something in the page's own document, by `now`. */
  readonly lastAct: () => number;
  /** Whether they did something in a frame of it since they were last asked. It may take a while to know. */
  readonly actedInFrame: () => Promise<boolean>;
  readonly now: () => number;
}

/** Tells what a page does on its own after the person said no, or asked IT: it repeats itself, or goes on with others without end. */
export class OnItsOwn {
  readonly #person: Person;
  #inARow = 0;
  #lastNo = Number.NEGATIVE_INFINITY;
  /** When no was said, by how the act reads. */
  #noes = new Map<string, number>();

  constructor(person: Person) {
    this.#person = person;
  }

  /** Whether an act needs no prompt: nobody is known to have done anything on the page since they answered it. */
  async isOne(intent: IntentOnPage): Promise<boolean> {
    if (this.#person.lastAct() >= this.#lastNo) this.#forget();
    if (!this.#isAnswered(intent)) return false;
    if (!(await this.#person.actedInFrame())) return true;
    this.#forget();
    return false;
  }

  #isAnswered(intent: IntentOnPage): boolean {
    const no = this.#noes.get(JSON.stringify(intent));
    return this.#inARow >= MOST_IN_A_ROW || (no !== undefined && this.#person.now() - no < NO_HOLDS_MS);
  }

  #forget(): void {
    this.#inARow = 0;
    this.#noes.clear();
  }

  /** The person was asked. A page that hides the question got no answer, but is asked about no more often than another. */
  ended(intent: IntentOnPage, end: 'proceed' | 'closed' | 'hidden'): void {
    const now = this.#person.now();
    if (end === 'proceed') {
      this.#inARow = 0;
      return;
    }
    for (const [act, no] of this.#noes) if (now - no >= NO_HOLDS_MS) this.#noes.delete(act);
    if (end === 'closed') this.#noes.set(JSON.stringify(intent), now);
    this.#inARow += 1;
    this.#lastNo = now;
  }
}
