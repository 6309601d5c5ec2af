import { z } from 'zod';
import { MOST_REASON } from '../../limits.ts';
import { message } from '../message.ts';
import { aboutPrompt, told } from '../prompt-frame.ts';

/** The person goes on after a warning, or with a justification: recorded, then the page's act goes on. */
export const promptProceed = message(
  'promptProceed',
  aboutPrompt.extend({ justification: z.string().trim().min(1).max(MOST_REASON).nullable() }),
  told,
);
