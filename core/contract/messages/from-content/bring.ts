import { z } from 'zod';
import { message } from '../message.ts';

/** Runs one of our scripts on demand in the page that asks; most pages never need any. */
export const bring = message(
  'bring',
  z.strictObject({ script: z.enum(['marks', 'overlays', 'translations', 'calls']) }),
  z.object({ brought: z.literal(true) }),
);
