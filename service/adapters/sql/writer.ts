import type { DatabaseSync } from 'node:sqlite';

interface Waiting {
  readonly run: () => Promise<void>;
  readonly committed: () => void;
  readonly failed: (reason: unknown) => void;
}

/** How many waiting transactions share one commit at most. */
const BATCH = 200;

/**
 * One writer for the whole process: works run one after the other, so the audit chain cannot fork, and those that wait
 * together share one commit (group commit), each in its own savepoint so that one failure undoes one work only.
 */
export class Writer {
  readonly #connection: DatabaseSync;
  readonly #waiting: Waiting[] = [];
  #turning: Promise<void> | null = null;

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  /** Answers once the work is on disk. Throws what the work throws, or why it could not be committed. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let value: T;
      this.#waiting.push({
        run: async () => {
          value = await work();
        },
        committed: () => resolve(value),
        failed: reject,
      });
      this.#turning ??= this.#turn();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#turning;
  }

  async #turn(): Promise<void> {
    // Lets callers of the same tick join the first batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, BATCH));
    // In the same step as the look at the queue: a work that comes a step later must start the next turn itself.
    this.#turning = null;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const done: Waiting[] = [];
    try {
      this.#connection.exec('begin immediate');
      for (const waiting of batch) if (await this.#inSavepoint(waiting)) done.push(waiting);
      this.#connection.exec('commit');
    } catch (cause) {
      if (this.#connection.isOpen && this.#connection.isTransaction) this.#connection.exec('rollback');
      for (const waiting of batch) waiting.failed(cause);
      return;
    }
    for (const waiting of done) waiting.committed();
  }

  async #inSavepoint(waiting: Waiting): Promise<boolean> {
    this.#connection.exec('savepoint work');
    try {
      await waiting.run();
      this.#connection.exec('release work');
      return true;
    } catch (cause) {
      this.#connection.exec('rollback to work; release work');
      waiting.failed(cause);
      return false;
    }
  }
}
