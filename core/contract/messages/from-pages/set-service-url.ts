import { z } from 'zod';
import { message } from '../message.ts';

/** Refused when no Gatehouse answers there, unless it is to be kept `anyway`: the network may be another one later. */
export const setServiceUrl = message(
  'setServiceUrl',
  z.strictObject({ url: z.url(), anyway: z.boolean().default(false) }),
  z.object({ url: z.string() }),
);
