import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { parseAddress } from './address.ts';
import { MOST_TEXT } from './whom.ts';

/** An address, kept in its canonical form whatever its spelling. The definition is `parseAddress`. */
export const EmailAddress = z
  .string()
  .max(MOST_TEXT)
  .refine((text) => parseAddress(text) !== null, 'Use an e-mail address such as emma@acme.example.')
  .overwrite((text) => parseAddress(text)?.email ?? text);

/** `Whom` as messages and calls carry it. */
export const TargetRef = z
  .strictObject({
    email: EmailAddress.nullable(),
    accountId: AccountId.nullable(),
    text: z.string().min(1).max(MOST_TEXT).optional(),
    more: z.number().int().positive().nullable().optional(),
  })
  .refine(
    ({ email, accountId }) => email === null || accountId === null,
    'Name the person by e-mail or by account id, not by both.',
  )
  .refine(
    ({ email, text }) =>
      email === null || text === undefined || parseAddress(text)?.email === parseAddress(email)?.email,
    'The text beside an address is how that address was written.',
  )
  .refine(
    ({ email, accountId, text, more }) =>
      more === undefined
        ? (email ?? accountId ?? text) !== undefined && (email !== null || accountId !== null || text !== undefined)
        : email === null && accountId === null && text === undefined,
    'Name the person by e-mail, account id or the text as it stood; others by "more" alone.',
  );
export type TargetRef = z.infer<typeof TargetRef>;
