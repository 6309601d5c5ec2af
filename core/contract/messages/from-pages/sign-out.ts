import { z } from 'zod';
import { message } from '../message.ts';

export const signOut = message('signOut', z.strictObject({}), z.object({ ended: z.literal(true) }));
