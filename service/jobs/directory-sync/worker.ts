import { type Loop, startLoop } from '../loop.ts';
import { type SyncContext, syncDirectory } from './sync.ts';

export interface SyncWorker extends Loop {
  /** Asks for a sync now; false when one is running, whose result will be as fresh. */
  request(): boolean;
}

export interface SyncWorkerOptions {
  readonly minutes: number;
  readonly onError: (error: unknown) => void;
  /** Told after each try: why it did not work, null when it did. */
  readonly onDone: (why: string | null, milliseconds: number) => void;
}

/** While there is nothing at all to work with, or the last try failed, the next one comes soon. Milliseconds. */
const SOON = 10_000;
const AFTER_FAILURE = 60_000;

/** Reads the directory at the start, then every so many minutes, and when asked. */
export function startDirectorySync(context: SyncContext, options: SyncWorkerOptions): SyncWorker {
  let running = false;
  const loop = startLoop({
    name: 'directory-sync',
    run: async (signal) => {
      running = true;
      const startedAt = performance.now();
      try {
        const why = await syncDirectory(context, signal);
        options.onDone(why, Math.round(performance.now() - startedAt));
      } finally {
        running = false;
      }
    },
    pause: async () => {
      const state = await context.store.directory.state();
      const usual = options.minutes * 60_000;
      if (state.generation === 0) return SOON;
      return state.failure === null ? usual : Math.min(usual, AFTER_FAILURE);
    },
    onError: options.onError,
  });
  return {
    ...loop,
    request: () => {
      if (running) return false;
      loop.wake();
      return true;
    },
  };
}
