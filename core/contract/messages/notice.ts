import { z } from 'zod';

/** Sent by the background to content scripts and open extension pages when something they show is out of date. */
export const Notice = z.discriminatedUnion('notice', [
  z.object({ notice: z.literal('policy-changed') }),
  z.object({ notice: z.literal('session-changed') }),
  z.object({ notice: z.literal('badges-changed') }),
  z.object({ notice: z.literal('requests-changed') }),
]);
export type Notice = z.infer<typeof Notice>;
