import {
  account,
  asItStood,
  entriesInText,
  isLikeAddress,
  isNamed,
  isWordLike,
  kindOfWhom,
  others,
  parseAccountId,
  peopleInText,
  somebody,
  type Whom,
} from '../../core/identity/index.ts';
import type { AccountId } from '../../core/ids.ts';
import { wordsOfChip } from '../sites/chip.ts';
import type { Recipient, ShareDialog, Typed } from '../sites/share-dialog.ts';

/** Everybody chosen or typed in a dialog, those who cannot be read included. */
export function peopleOfDialog({ recipients, typed }: Pick<ShareDialog, 'recipients' | 'typed'>): Whom[] {
  const chosen = recipients.flatMap(whoIs);
  // A hidden field may hold what the chips say: nobody can tell two who cannot be read apart, and these are the same ones.
  const texts = new Set(chosen.flatMap(({ accountId, text }) => (accountId === null ? (text ?? []) : [])));
  const others = typed
    .flatMap(typedPeople)
    .filter((whom) => kindOfWhom(whom) !== 'unreadable' || !texts.has(whom.text ?? ''));
  return [...chosen, ...others];
}

/** A chip is somebody: by its account, by every address in it, else by its words; without any of these it is one nobody can read. */
function whoIs({ element, accountId }: Recipient): Whom[] {
  const words = wordsOfChip(element);
  const addresses = words.flatMap(addressesIn);
  // Who is known already may be called "Anna at St.Gallen".
  const named =
    accountId === null ? addresses : [picked(accountId, words), ...addresses.filter(({ email }) => email !== null)];
  if (named.length > 0) return named;
  return [somebody(words[0] ?? '') ?? others(1)];
}

/** An account with the chip's own words: nothing else says who it is where the directory does not know it. */
function picked(accountId: AccountId, words: readonly string[]): Whom {
  const text = asItStood(words.find((one) => !isLikeAddress(one)) ?? '');
  return text === '' ? account(accountId) : { ...account(accountId), text };
}

/** Commas and the like in a chip are part of a name unless what is between them may be an address. */
const addressesIn = (words: string): Whom[] =>
  isLikeAddress(words)
    ? peopleInText(words).filter(({ email, text }) => email !== null || isLikeAddress(text ?? ''))
    : [];

/** A field for addresses that a page fills in may hold the accounts of those who were chosen. */
const typedPeople = ({ text, onlyAddresses }: Typed): Whom[] =>
  onlyAddresses
    ? entriesInText(text).flatMap((entry) => {
        const id = parseAccountId(entry);
        return id === null || isWordLike(id) ? peopleInText(entry) : [account(id as AccountId)];
      })
    : peopleInText(text).filter((whom) => isNamed(whom) || isLikeAddress(whom.text ?? ''));
