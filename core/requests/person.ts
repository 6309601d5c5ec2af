import { z } from 'zod';
import { addressKey } from '../identity/address.ts';
import { AccountId } from '../ids.ts';

/** A signed-in person as requests and the audit log name them. `accountId` is null when the directory does not know them. */
export const Person = z.object({
  subject: z.string().min(1),
  accountId: AccountId.nullable(),
  name: z.string(),
  email: z.string(),
});
export type Person = z.infer<typeof Person>;

type Known = { readonly accountId: string | null; readonly email: string | null };

/** Whether two are one person by account or address. What is not known matches nobody. */
export const sameAccount = (one: Known, other: Known): boolean =>
  (one.accountId !== null && one.accountId === other.accountId) ||
  (one.email !== null && one.email !== '' && other.email !== null && addressKey(one.email) === addressKey(other.email));

/** Whether two sign-ins belong to one person, by any of the names we know them by. */
export const samePerson = (one: Person, other: Person): boolean =>
  one.subject === other.subject || sameAccount(one, other);
