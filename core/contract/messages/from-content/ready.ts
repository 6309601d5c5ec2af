import { z } from 'zod';
import { BadgeChoice } from '../badge-choice.ts';
import { message } from '../message.ts';

/** Whether Gatehouse is signed in and has a policy, and what badges are wanted: decides whether features start at all. */
export const ready = message(
  'ready',
  z.strictObject({}),
  z.object({ signedIn: z.boolean(), hasPolicy: z.boolean(), badges: BadgeChoice }),
);
