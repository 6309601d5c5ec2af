/** Works on some jobs at once; the others wait, in the order they came. */
export interface Lane {
  /** Jobs that wait. */
  readonly waiting: number;
  /** Whether no job is worked on, nor waits. */
  readonly idle: boolean;
  run<T>(job: () => Promise<T>): Promise<T>;
}

/** @param atOnce jobs that are worked on at the same time */
export function lane(atOnce: number): Lane {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  /** Whoever waits longest takes the place over. */
  const over = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    get waiting() {
      return waiting.length;
    },
    get idle() {
      return running === 0;
    },
    run: (job) => turn().then(job).finally(over),
  };
}
