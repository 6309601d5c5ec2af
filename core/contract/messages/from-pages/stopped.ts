import { z } from 'zod';
import { CheckAnswer } from '../check-answer.ts';
import { IntentOnPage } from '../intent-on-page.ts';
import { message } from '../message.ts';

/**
 * What the network rules stopped in the tab of the page that explains it; null when they stopped nothing there. Records the
 * intent.
 */
export const stopped = message(
  'stopped',
  z.strictObject({}),
  z
    .object({
      /** For people to read. */
      address: z.string(),
      /** To open it again. Null where it would be stopped again, or is longer than is kept. */
      url: z.string().nullable(),
      signedIn: z.boolean(),
      intent: IntentOnPage,
      answer: CheckAnswer,
    })
    .nullable(),
);
