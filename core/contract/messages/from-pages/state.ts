import { z } from 'zod';
import { Intent } from '../../../policy/intent.ts';
import { Me } from '../../routes/session.ts';
import { BadgeChoice } from '../badge-choice.ts';
import { message } from '../message.ts';

/** What the extension itself is doing; shown in the popup. */
export const ExtensionState = z.object({
  serviceUrl: z.string().nullable(),
  me: Me.nullable(),
  /** Null until a policy was read once. */
  policy: z.object({ version: z.number().int(), fetchedAt: z.iso.datetime(), blocked: z.array(Intent) }).nullable(),
  service: z.enum(['reachable', 'unreachable', 'unknown']),
  /** Whether the browser lets the extension see all Atlassian pages it is for. */
  hostAccess: z.boolean(),
  /** How many requests and records wait to be sent. */
  waiting: z.number().int().nonnegative(),
  /** `managed` when administrators have chosen. */
  badges: z.object({ choice: BadgeChoice, managed: z.boolean() }),
});
export type ExtensionState = z.infer<typeof ExtensionState>;

export const state = message('state', z.strictObject({}), ExtensionState);
