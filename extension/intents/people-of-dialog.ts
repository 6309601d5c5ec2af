import { account, others, peopleInText, type Whom } from '../../core/identity/index.ts';
import type { Recipient, ShareDialog, Typed } from '../sites/share-dialog.ts';

/** Everybody chosen or typed in a dialog, those who cannot be read included. */
export const peopleOfDialog = ({ recipients, typed }: Pick<ShareDialog, 'recipients' | 'typed'>): Whom[] => [
  ...recipients.flatMap(whoIs),
  ...typed.flatMap(typedPeople),
];

/** A chip without an id or an address that can be read is somebody all the same. */
function whoIs({ accountId, label }: Recipient): Whom[] {
  if (accountId !== null && !label.includes('@')) return [account(accountId)];
  const said = label === '' ? [others(1)] : peopleInText(label);
  return accountId === null ? said : [account(accountId), ...said];
}

const typedPeople = ({ text, onlyAddresses }: Typed): Whom[] =>
  peopleInText(text).filter((whom) => onlyAddresses || whom.email !== null || /[@＠]/.test(whom.text ?? ''));
