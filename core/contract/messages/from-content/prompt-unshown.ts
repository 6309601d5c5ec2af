import { z } from 'zod';
import { message } from '../message.ts';
import { PromptToken } from '../prompt-frame.ts';

/**
 * The frame of the prompt did not start: some pages let the browser load no frame of others. It is shown in a window of its own, which
 * comes to the front where it is open already; false where the frame did start.
 */
export const promptUnshown = message(
  'promptUnshown',
  z.strictObject({ token: PromptToken }),
  z.object({ moved: z.boolean() }),
);
