import { z } from 'zod';
import { MOST_DRAFT } from '../../limits.ts';
import { message } from '../message.ts';
import { aboutPrompt, told } from '../prompt-frame.ts';

/** Opens the prompt anew in a window of the browser, where no page can cover it. */
export const promptToWindow = message(
  'promptToWindow',
  aboutPrompt.extend({ draft: z.string().max(MOST_DRAFT) }),
  told,
);
