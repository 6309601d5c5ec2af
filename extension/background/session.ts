import { z } from 'zod';
import { Me } from '../../core/contract/routes/session.ts';
import { secretSlot } from '../platform/slot.ts';

/** The person's session with the service. Kept over restarts so that what waits can be delivered; never leaves the extension. */
export const Session = z.object({
  serviceUrl: z.string(),
  accessToken: z.string().min(1),
  /** ISO date-time. */
  expiresAt: z.iso.datetime(),
  me: Me,
});
export type Session = z.infer<typeof Session>;

const stored = secretSlot('session', Session);

/** The session with this service; null when there is none, it has ended, or it belongs to another service. */
export async function currentSession(serviceUrl: string | null, now: number): Promise<Session | null> {
  const session = await stored.get();
  if (session === null || session.serviceUrl !== serviceUrl) return null;
  return Date.parse(session.expiresAt) > now ? session : null;
}

export const keepSession = (session: Session): Promise<void> => stored.set(session);

/** Forgets the session, unless a newer one has taken its place meanwhile. */
export async function endSession(accessToken: string): Promise<void> {
  const session = await stored.get();
  if (session?.accessToken === accessToken) await stored.clear();
}
