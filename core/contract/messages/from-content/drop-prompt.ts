import { z } from 'zod';
import { message } from '../message.ts';
import { PromptToken } from '../prompt-frame.ts';

/** The prompt is gone from the page without an answer: nothing it could still say counts. */
export const dropPrompt = message(
  'dropPrompt',
  z.strictObject({ token: PromptToken }),
  z.object({ dropped: z.literal(true) }),
);
