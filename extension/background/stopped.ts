import { z } from 'zod';
import { CheckAnswer, IntentOnPage, type MessageOutput } from '../../core/contract/messages.ts';
import type { FramePlace } from '../platform/sender.ts';
import { type Slot, slot } from '../platform/slot.ts';
import { goBackIn, isShownIn, showInTab } from '../platform/windows.ts';
import { check } from './check.ts';

/** A page that the network rules stopped: what opening it would have done, and what the policy said of it once somebody asked. */
const Stopped = z.object({
  address: z.string(),
  intent: IntentOnPage,
  answer: CheckAnswer.nullable(),
});
type Stopped = z.output<typeof Stopped>;

/** In session storage: the worker may die while somebody reads. One a tab. */
const stoppedIn = (tabId: number): Slot<Stopped> => slot('session', `stopped-in-${tabId}`, Stopped);

const PAGE = 'blocked/index.html';

/**
 * Shows in a tab why its page was stopped, in place of the browser's error. The stopped page stays in the tab's history: who goes
 * back from the explanation comes upon it again, and is led one further back.
 */
export async function explain(tabId: number, { address, intent }: Omit<Stopped, 'answer'>): Promise<void> {
  const kept = stoppedIn(tabId);
  const isExplained = await isShownIn(tabId, PAGE);
  if (isExplained && (await kept.get())?.address === address) {
    const gone = await goBackIn(tabId).then(
      () => true,
      () => false,
    );
    if (gone) return;
  }
  await kept.set({ address, intent, answer: null });
  await showInTab(tabId, PAGE);
}

/** What the explaining page says in its tab; null where nothing was stopped. Records the intent, once however often it is opened. */
export async function stopped(from: FramePlace | null): Promise<MessageOutput<'stopped'>> {
  if (from === null) return null;
  const kept = stoppedIn(from.tabId);
  const known = await kept.get();
  if (known === null) return null;
  const judged = { ...known, answer: known.answer ?? (await check(known.intent)) };
  await kept.set(judged);
  return judged;
}
