/** So long after a press the browser calls a page active, in ms: five seconds in Chromium and Firefox, and some for the end of the press. */
const ACTIVE_MS = 6000;

/**
 * Tells that a person did something in a frame of the page, where often no script of ours runs, as in frames of apps. For a while after a
 * press in any of them the browser calls the page active, which no script can bring about. It does so as well after presses in the page's
 * own document, all of which are heard here, and in our own prompt: while one of those may be what it means, nothing is known yet.
 */
export class FramePresses {
  #prompts = 0;
  /** When somebody last did, or may have done, something that is no press in a frame of the page. */
  #elsewhere = Number.NEGATIVE_INFINITY;

  /** Call it before any script of the page runs. */
  listen(signal: AbortSignal): void {
    const heard = ({ isTrusted }: Event): void => {
      if (isTrusted) this.#elsewhere = Date.now();
    };
    for (const type of ['pointerdown', 'pointerup', 'keydown'])
      window.addEventListener(type, heard, { capture: true, passive: true, signal });
  }

  /** A prompt of ours stands until `answer` settles. */
  async during<T>(answer: Promise<T>): Promise<T> {
    this.#prompts += 1;
    return answer.finally(() => {
      this.#prompts -= 1;
      this.#elsewhere = Date.now();
    });
  }

  /** Whether there was one lately, and since the last prompt. Waits until that is known. */
  async wasOne(): Promise<boolean> {
    while (navigator.userActivation.isActive) {
      if (this.#prompts > 0) this.#elsewhere = Date.now();
      const left = this.#elsewhere + ACTIVE_MS - Date.now();
      if (left <= 0) return true;
      await new Promise((resolve) => setTimeout(resolve, left));
    }
    return false;
  }
}
