import { z } from 'zod';
import { BadgeChoice } from '../../core/contract/messages/index.ts';
import { api } from './browser.ts';
import { slot } from './slot.ts';

const Managed = z.object({
  serviceUrl: z.string().min(1).optional().catch(undefined),
  badges: BadgeChoice.optional().catch(undefined),
});
export type Managed = z.infer<typeof Managed>;

/** What the browser said last; also that there is no policy. `onManagedChange` hears of another one. */
const remembered = slot('local', 'managed', Managed);

/** The browser's answer, once it has given one to this script: from then on it answers at once. */
let first: Promise<Managed> | null = null;
let hasAnswered = false;

/**
 * What the organization's administrators set by browser policy. Without what makes no sense, and empty when there is no policy. Chromium
 * takes some three seconds after its start until it tells; for so long what it said last time holds.
 */
export async function managedSettings(): Promise<Managed> {
  if (hasAnswered) return told().then(remember);
  first ??= told().then(remember);
  return (await remembered.get()) ?? first;
}

async function told(): Promise<Managed> {
  let stored: unknown;
  try {
    stored = await api().storage.managed.get(['serviceUrl', 'badges']);
  } catch {
    // Firefox rejects when no policy names the extension, which is the usual case.
    return {};
  }
  const parsed = Managed.safeParse(stored);
  return parsed.success ? parsed.data : {};
}

async function remember(now: Managed): Promise<Managed> {
  hasAnswered = true;
  try {
    const before = await remembered.get();
    if (before?.serviceUrl !== now.serviceUrl || before?.badges !== now.badges || before === null)
      await remembered.set(now);
  } catch (error) {
    console.info('Gatehouse: managed settings are not remembered; the next start waits for them.', error);
  }
  return now;
}
