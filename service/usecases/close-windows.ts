import type { Transaction } from '../../core/ports/store.ts';
import { after, type Context } from './context.ts';

/** How long the records of one person are counted together. An hour. */
export const WINDOW_SECONDS = 3600;

/** Appends what was counted in windows that are over, each once. */
export async function closeWindows({ clock }: Pick<Context, 'clock'>, tx: Transaction): Promise<void> {
  const now = clock.now();
  for (const { further } of await tx.intents.takeWindows(after(now, -WINDOW_SECONDS)))
    for (const event of further) await tx.audit.append({ ...event, at: now });
}
