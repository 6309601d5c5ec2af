import { z } from 'zod';

/** What comes back of a message. */
export const MessageAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    /** `not-signed-in` and `not-configured` have a remedy in the popup. */
    error: z.enum(['not-signed-in', 'not-configured', 'unreachable', 'bad-message', 'not-allowed', 'failed']),
    message: z.string(),
  }),
]);
export type MessageAnswer = z.infer<typeof MessageAnswer>;
