import { after, type Context } from '../usecases/context.ts';
import { type Loop, startLoop } from './loop.ts';

/** Milliseconds. */
const EVERY = 60 * 60_000;

/** No browser sends again for so long what it had no answer to. Thirty days. */
export const KEPT_SECONDS = 30 * 86_400;

/** Forgets answers that were kept to be given again. */
export const startKeptAnswers = (
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  onError: (error: unknown) => void,
): Loop =>
  startLoop({
    name: 'kept-answers',
    run: () => store.write((tx) => tx.idempotency.forget(after(clock.now(), -KEPT_SECONDS))),
    pause: async () => EVERY,
    onError,
  });
