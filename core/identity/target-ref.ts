import { z } from 'zod';
import { parseAccountId } from './account-id.ts';
import { parseAddress } from './address.ts';
import { asItStood, MOST_TEXT, somebody, type Whom } from './whom.ts';

/** An address, kept in its canonical form whatever its spelling. The definition is `parseAddress`. */
export const EmailAddress = z
  .string()
  .max(MOST_TEXT)
  .refine((text) => parseAddress(text) !== null, 'Use an e-mail address such as emma@acme.example.')
  .overwrite((text) => parseAddress(text)?.email ?? text);

/**
 * An account as somebody names it: what Atlassian promises of ids, in one spelling. Narrower than `AccountId`, which also has to read
 * what was kept before.
 */
const NamedAccount = z
  .string()
  .max(255)
  .overwrite((id) => parseAccountId(id) ?? id)
  .regex(/^[0-9a-z:-]{1,128}$/i, 'An account id has at most 128 letters, digits, hyphens and colons.')
  .brand<'AccountId'>();

/** By the address, where the text is one; else as it came. */
const byText = (whom: Whom): Whom =>
  whom.email === null && whom.accountId === null && whom.more === undefined && whom.text !== undefined
    ? (somebody(whom.text) ?? whom)
    : whom;

/** `Whom` as messages and calls carry it. A text that is an address names somebody by that address. */
export const TargetRef = z
  .strictObject({
    email: EmailAddress.nullable(),
    accountId: NamedAccount.nullable(),
    text: z.string().max(MOST_TEXT).overwrite(asItStood).min(1).optional(),
    more: z.number().int().positive().nullable().optional(),
  })
  .overwrite((whom) => byText(whom) as typeof whom)
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
