import { z } from 'zod';
import { BadgeChoice } from '../badge-choice.ts';
import { message } from '../message.ts';

export const setBadges = message(
  'setBadges',
  z.strictObject({ badges: BadgeChoice }),
  z.object({ badges: BadgeChoice }),
);
