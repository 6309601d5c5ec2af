import { z } from 'zod';
import { api } from './browser.ts';

const Managed = z.object({ serviceUrl: z.string().min(1).optional() });
export type Managed = z.infer<typeof Managed>;

/** What the organization's administrators set by browser policy. Empty when there is no policy, or it makes no sense. */
export async function managedSettings(): Promise<Managed> {
  let stored: unknown;
  try {
    stored = await api().storage.managed.get('serviceUrl');
  } catch {
    // Firefox rejects when no policy names the extension, which is the usual case.
    return {};
  }
  const parsed = Managed.safeParse(stored);
  return parsed.success ? parsed.data : {};
}
