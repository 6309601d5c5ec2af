import { z } from 'zod';

/** What a signed-in person may do. Taken from a group claim of the OpenID Connect provider; everybody is a member. */
export const Role = z.enum(['admin', 'reviewer', 'auditor', 'member']);
export type Role = z.infer<typeof Role>;
