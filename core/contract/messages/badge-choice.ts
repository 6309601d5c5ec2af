import { z } from 'zod';

/** Beside whom badges stand: everybody who is known, everybody but those who belong, nobody. */
export const BadgeChoice = z.enum(['all', 'not-managed', 'off']);
export type BadgeChoice = z.infer<typeof BadgeChoice>;
