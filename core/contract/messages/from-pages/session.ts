import { z } from 'zod';
import { message } from '../message.ts';

/** For the panel inside the extension: its session, to call the service with. */
export const session = message(
  'session',
  z.strictObject({}),
  z.object({ serviceUrl: z.string(), accessToken: z.string() }).nullable(),
);
