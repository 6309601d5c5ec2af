import { z } from 'zod';

const text = z.string().min(1, 'Write at least one sentence.').max(600, 'Keep it under 600 characters.');
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'Name the language as in "de" or "de-AT", the language in lower case.');

/** What a person reads: plain English, or one text for each language. English is always there, because it is what everybody else falls back to. */
export const Message = z.union([
  text,
  z.record(languageTag, text).refine((texts) => Object.hasOwn(texts, 'en'), {
    message: 'Add the English text under "en": people whose language is not listed read that one.',
  }),
]);
export type Message = z.infer<typeof Message>;

/**
 * The text in the language asked for, else in the same language of another country, else in English.
 * @param language as browsers name it, e.g. `de-AT`; null for English
 */
export function textIn(message: Message, language: string | null): string {
  if (typeof message === 'string') return message;
  const asked = language ?? 'en';
  const [general = 'en'] = asked.split('-');
  const found = [asked, general, 'en'].find((tag) => Object.hasOwn(message, tag));
  return (found === undefined ? Object.values(message)[0] : message[found]) ?? '';
}
