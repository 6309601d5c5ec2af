import { z } from 'zod';
import { OwnRequest } from '../routes/requests.ts';

/** What became of a request that somebody has made. */
export const RequestReceipt = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sent'), request: OwnRequest, duplicate: z.boolean() }),
  /**
   * The request waits in the outbox and is sent exactly once: when the service can be reached, when its person signs in again, or, after
   * trouble, when the service takes it.
   */
  z.object({ state: z.literal('waiting'), why: z.enum(['unreachable', 'not-signed-in', 'trouble']) }),
  /** It had arrived before, in the words that were written first: only the answer was lost. */
  z.object({ state: z.literal('reached') }),
  z.object({ state: z.literal('refused'), message: z.string() }),
]);
export type RequestReceipt = z.infer<typeof RequestReceipt>;
