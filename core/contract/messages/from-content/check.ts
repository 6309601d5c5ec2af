import { CheckAnswer } from '../check-answer.ts';
import { IntentOnPage } from '../intent-on-page.ts';
import { message } from '../message.ts';

/** Asks what to do about an intent. Answers within the deadline, with `onUnknown` when facts are missing. Records it. */
export const check = message('check', IntentOnPage, CheckAnswer);
