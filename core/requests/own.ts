import { addressKey } from '../identity/address.ts';
import type { AccountId } from '../ids.ts';
import { lifeOf } from './life.ts';
import { type Person, sameAccount, samePerson } from './person.ts';
import type { AccessRequest } from './request.ts';

/** What the directory adds to what a sign-in says of a person. */
export interface DirectoryOf {
  /** Every account of their address: of several, none is known to be the one they mean. */
  readonly mine: readonly AccountId[];
  /** Accounts a request names whose address is known and is not theirs. */
  readonly others: readonly AccountId[];
}

const NOTHING: DirectoryOf = { mine: [], others: [] };

/** True when the person asked, joined in asking, or would get access, by any of the names we know them by. */
export const isOwn = (request: AccessRequest, person: Person, directory = NOTHING): boolean =>
  samePerson(request.requester, person) ||
  request.targets.some((target) => isThem(target, person, directory)) ||
  lifeOf(request).attachments.some((attached) => samePerson(attached.person, person));

/** Whether somebody a request names may be the person, as far as names of different kinds say: an address tells nothing of an account. */
export const mayBeOwn = (request: AccessRequest, person: Person, directory = NOTHING): boolean =>
  request.targets.some((target) => !isThem(target, person, directory) && !isComparable(target, person, directory));

type Named = Pick<AccessRequest['targets'][number], 'email' | 'accountId' | 'text'>;

/** Ids are compared whatever their capitals: who decides must be somebody else for certain. */
const isThem = ({ email, accountId, text }: Named, person: Person, { mine }: DirectoryOf): boolean =>
  sameAccount(person, { email, accountId }) ||
  (accountId !== null &&
    [person.accountId, ...mine].some((id) => id !== null && id.toLowerCase() === accountId.toLowerCase())) ||
  (text !== undefined && isNamedIn(text, person));

function isComparable({ email, accountId }: Named, person: Person, { others }: DirectoryOf): boolean {
  const byAccount = accountId !== null && (person.accountId !== null || others.includes(accountId));
  const byAddress = email !== null && person.email !== '';
  return byAccount || byAddress || (accountId === null && email === null);
}

/** How a text shows signs that nobody sees (`asItStood`), and these signs themselves: they part no word. */
const UNSEEN = /‹U\+[0-9A-F]+›|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const plain = (text: string): string => text.replace(UNSEEN, '').normalize('NFKC').toLowerCase();
const words = (text: string): string[] => plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const addresses = (text: string): string[] =>
  (plain(text).match(/[\p{L}\p{M}\p{N}@._+~-]+/gu) ?? [])
    .filter((piece) => piece.includes('@'))
    .map((piece) => addressKey(piece.replace(/^\.+|\.+$/g, '')));

/** Whether what nobody could read has the person's address in it, or all of their name; of a name of one word, nothing else. */
function isNamedIn(text: string, { name, email }: Person): boolean {
  const [address] = addresses(email).slice(-1);
  if (address !== undefined && addresses(text).includes(address)) return true;
  const called = words(name);
  const said = words(text);
  return called.length === 1
    ? said.join() === called.join()
    : called.length > 1 && called.every((one) => said.includes(one));
}
