import { z } from 'zod';
import { RequestId } from '../ids.ts';
import { RequestState } from '../requests/request.ts';

/** What the event stream tells open panels: which thing changed, not its content. Sent as the `data` of server-sent events. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('request.changed'), id: RequestId, number: z.number().int(), state: RequestState }),
  z.object({ type: z.literal('directory.changed') }),
  z.object({ type: z.literal('policy.changed'), version: z.number().int().positive() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
