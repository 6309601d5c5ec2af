export interface LoopOptions {
  readonly name: string;
  /** Does everything that is due. Must end when `signal` aborts. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** How long to sleep after a run, in milliseconds; asked after each run. */
  readonly pause: () => Promise<number>;
  readonly onError: (error: unknown) => void;
}

export interface Loop {
  /** Runs now, or once more right after the run that is going on. */
  wake(): void;
  /** Tells the run to end and resolves when it has. */
  stop(): Promise<void>;
}

/** How long to sleep after a run that failed. Milliseconds. */
const AFTER_ERROR = 5000;
/** `setTimeout` counts in 31 bits; a longer pause is cut and asked for again. */
const LONGEST = 3_600_000;

/** Runs a job again and again, never twice at once: by signal, and by the clock in case a signal was lost. */
export function startLoop({ run, pause, onError }: LoopOptions): Loop {
  const stopping = new AbortController();
  let ring: () => void = () => undefined;
  let rung = false;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(ms, 0), LONGEST));
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (rung || stopping.signal.aborted) ring();
    });

  const turn = async () => {
    while (!stopping.signal.aborted) {
      rung = false;
      let ms = AFTER_ERROR;
      try {
        await run(stopping.signal);
        ms = await pause();
      } catch (error) {
        if (!stopping.signal.aborted) onError(error);
      }
      await sleep(ms);
    }
  };
  const ended = turn();
  return {
    wake: () => {
      rung = true;
      ring();
    },
    stop: async () => {
      stopping.abort();
      ring();
      await ended;
    },
  };
}
