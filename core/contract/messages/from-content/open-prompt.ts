import { z } from 'zod';
import { IntentOnPage } from '../intent-on-page.ts';
import { message } from '../message.ts';
import { ColorScheme, PromptToken } from '../prompt-frame.ts';

/**
 * Opens the prompt about what was just checked, or about a check that failed: an extension page that only the token opens, once,
 * in the tab that asks. What it says comes from the background; the page that is prompted over has no part in it.
 */
export const openPrompt = message(
  'openPrompt',
  z.strictObject({ intent: IntentOnPage, failure: z.string().max(500).nullable(), scheme: ColorScheme }),
  z.object({ token: PromptToken }),
);
