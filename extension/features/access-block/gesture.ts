/** A press that was taken when it began, and so is over for the page. */
interface Taken {
  /** The key that went down; null for the mouse, whose events a touch ends with too. */
  readonly key: string | null;
  isUp: boolean;
}

/** Tells what of a person's events belongs to one press. Nothing that a page makes up counts. */
export class Gesture {
  #taken: Taken | null = null;
  #isRepeated = false;

  /** A press begins; what began before has ended, wherever that was: elsewhere its end may never be heard of. */
  begin(event: MouseEvent | KeyboardEvent, take: () => boolean): void {
    const key = event instanceof KeyboardEvent ? event.key : null;
    if (event.isTrusted) {
      this.#isRepeated = key !== null && (event as KeyboardEvent).repeat;
      if (!this.#isRepeated) this.#taken = null;
    }
    if (take() && event.isTrusted && !this.#isRepeated) this.#taken = { key, isUp: false };
  }

  /** Whether an event comes from a key that is held down: on a button the browser clicks for each of its repeats. */
  isRepeat({ isTrusted, type, detail }: UIEvent): boolean {
    return isTrusted && this.#isRepeated && (type === 'keydown' || (type === 'click' && detail === 0));
  }

  /** Whether an event ends a press that was taken when it began. Where it ends does not matter: people drag, and pages draw anew. */
  ends(event: MouseEvent | KeyboardEvent): boolean {
    if (!event.isTrusted) return false;
    const taken = this.#taken;
    if (event instanceof KeyboardEvent) {
      this.#isRepeated = false;
      if (taken === null || taken.key !== event.key) return false;
      this.#taken = null;
      return true;
    }
    if (taken === null || taken.key !== null || event.button !== 0) return false;
    if (event.type === 'click') return taken.isUp;
    if (event.type === 'mouseup') {
      taken.isUp = true;
      // Its click, if there is one, comes in the same task. A later one is another press, e.g. by a screen reader.
      setTimeout(() => {
        if (this.#taken === taken) this.#taken = null;
      });
    }
    return true;
  }
}
