import { closeWindows } from '../usecases/close-windows.ts';
import type { Context } from '../usecases/context.ts';
import { type Loop, startLoop } from './loop.ts';

/** Milliseconds. */
const EVERY = 10 * 60_000;

/** Closes windows of people who record nothing any more: what was counted is told also then. */
export const startIntentWindows = (
  context: Pick<Context, 'store' | 'clock'>,
  onError: (error: unknown) => void,
): Loop =>
  startLoop({
    name: 'intent-windows',
    run: () => context.store.write((tx) => closeWindows(context, tx)),
    pause: async () => EVERY,
    onError,
  });
