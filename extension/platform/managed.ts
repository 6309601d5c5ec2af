import { z } from 'zod';
import { BadgeChoice } from '../../core/contract/messages/index.ts';
import { api } from './browser.ts';

const Managed = z.object({
  serviceUrl: z.string().min(1).optional().catch(undefined),
  badges: BadgeChoice.optional().catch(undefined),
});
export type Managed = z.infer<typeof Managed>;

/** What the organization's administrators set by browser policy. Without what makes no sense, and empty when there is no policy. */
export async function managedSettings(): Promise<Managed> {
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
