import { hasAtSign, isLikeAddress, mayBeAddress } from '../../core/identity/index.ts';
import type { AccountId } from '../../core/ids.ts';
import { accountIdOf, personOfImage } from './account-ids.ts';
import { inHole, labelLanguage, matchLabel, mentions } from './label-match.ts';
import { accessibleName, namedBy, textBetween, textOf } from './text.ts';

/** A chip or a chosen option: somebody chosen. `intents/people-of-dialog.ts` reads who that is out of its element. */
export interface Recipient {
  readonly element: Element;
  readonly accountId: AccountId | null;
  /** Its words, without those of its remove button; empty when there are none. */
  readonly label: string;
}

/** What stands in a field and is no chip yet. */
export interface Typed {
  readonly text: string;
  /** A field for addresses: every entry is somebody. In a picker words without an @ are a search that is still going on. */
  readonly onlyAddresses: boolean;
}

/** What sending a dialog of each kind does. */
export const dialogIntents = {
  share: 'share-with-new-person',
  invite: 'invite',
  'add-to-space': 'add-to-project',
  'add-to-group': 'add-to-group',
  'grant-role': 'grant-role',
} as const;

/** An open dialog or popup in which people are chosen. */
export interface ShareDialog {
  readonly kind: keyof typeof dialogIntents;
  readonly element: Element;
  readonly heading: string | null;
  readonly recipients: readonly Recipient[];
  readonly typed: readonly Typed[];
  /** Somebody is named by an address, or by something that might be one: whether the site knows them is not. */
  readonly namesAddress: boolean;
  /** The submit button, or a recipient's byline, says that people without a licence are invited. */
  readonly isInviteWording: boolean;
  readonly language: string | null;
  /** What the wording says people are brought to: an app, or in a dialog of a space its name. Null when it says nothing. */
  readonly product: string | null;
  readonly submit: HTMLElement | null;
  /** Where a warning fits: beside the submit button. */
  readonly footer: Element | null;
}

const DIALOG = '[role="dialog"],[role="alertdialog"],dialog';
const DRAWER = '[data-testid="invite-drawer-component"]';
/** The chooser of people survives every change of wording: react-select with this prefix, or its known ids (B); the first is admin's (D). */
const PICKER =
  '[data-testid*="invitee-list-user-picker-paste-handler"],.fabric-user-picker__control,#invite-user-picker,[name="users"],#share-user-picker-field-label,[id^="share-user-picker-field"]';
/** What belongs to a form. */
const FIELD = 'button,input,select,textarea';
/** What people type into; a chooser has one or several. */
const TEXT =
  'input:not([type]),input[type="text"],input[type="search"],textarea,[contenteditable]:not([contenteditable="false"]),[role="textbox"]';
/** Fields for people wherever they stand in a dialog, by their names; those of the first kind are for addresses. */
const ADDRESSES = /^(?:e-?mail(?:-?address(?:e?s)?)?s?|invitees?|recipients?)(?:\[\w*\])?$/i;
const USERS = /^users?(?:\[\w*\])?$/i;
const BLOCK = 'p,div,br,ul,ol,li,dl,dt,dd,blockquote,pre,section,article,table,tr,td,th,h1,h2,h3,h4,h5,h6';
const CHIP = '[data-user-picker-multi-value],.fabric-user-picker__multi-value,.fabric-user-picker__single-value';
const BYLINE = '[data-testid="user-picker-email-secondary-text"],[data-testid="user-picker-custom-secondary-text"]';
const FOOTER = '[data-testid="form-footer"],[data-testid$="--footer"],footer';
const SHARE_FIELD = '[name="users"],[id^="share-user-picker-field"]';
const SUBMITS = ['invite', 'send', 'share', 'addOne', 'addMany', 'add', 'addPeople', 'grantAccess'] as const;

/** What bylines and headings say of the app that people come to. */
const INVITES_TO = ['inviteToJira', 'inviteToConfluence'] as const;

/** Ids of teams, groups and the like: a UUID, other hexadecimal digits or a number, alone or at the end of an ARI. */
const ID = /(?:^|[/:])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,}|\d+)$/i;

/**
 * Whether a chip may name somebody by an address, in its words or, where these are cut, in an attribute. Whoever has an id is known to
 * the site and may be called "Women at Work": there only a sign for an @ makes an address.
 */
function namesAddressIn({ element, accountId, label }: Recipient): boolean {
  if (label === '') return accountId === null;
  const isKnown = accountId !== null || ID.test(element.getAttribute('data-user-picker-multi-value')?.trim() ?? '');
  return isKnown
    ? [label, ...saidIn(element)].some(hasAtSign)
    : mayBeAddress(label) || saidIn(element).some(isLikeAddress);
}

const saidIn = ({ outerHTML }: Element): string[] =>
  [...outerHTML.matchAll(/(?:title|label|value)="([^"]*)"/g)].map(([, text = '']) => text);

/** Whether anything that looks like a chooser of people is below `root`: the cheap question before the dear one. */
export const hasPicker = (root: ParentNode): boolean => root.querySelector(PICKER) !== null;

/**
 * The dialog that an element belongs to: the one around it, else the drawer, else the form that it is sent with. The only answer to
 * this question: what a dialog shows and what a click on its button does are read from one element.
 */
export function dialogOf(element: Element): Element | null {
  const around = (one: Element): Element | null => one.closest(DIALOG) ?? one.closest(DRAWER);
  const form = formOf(element);
  return around(element) ?? (form && (around(form) ?? form));
}

/** A button may stand elsewhere and name its form. */
const formOf = (element: Element): Element | null =>
  (element.matches(FIELD) ? (element as HTMLButtonElement).form : null) ?? element.closest('form');

/** Every open share, invite or add-people dialog at or around `root`. Reads what is chosen now; call again when it changes. */
export function readShareDialogs(root: ParentNode): ShareDialog[] {
  const scope = root instanceof Element ? (dialogOf(root) ?? root) : root;
  const dialogs = new Set<Element>();
  for (const picker of scope.querySelectorAll(PICKER)) {
    const dialog = dialogOf(picker);
    if (dialog) dialogs.add(dialog);
  }
  return [...dialogs].map(readShareDialog).filter((dialog) => dialog !== null);
}

/** A plain share is harmless; it counts when somebody new is among the recipients or the dialog says that it invites. */
export const givesAccess = ({ kind, isInviteWording, namesAddress }: ShareDialog): boolean =>
  kind !== 'share' || isInviteWording || namesAddress;

function readShareDialog(element: Element): ShareDialog | null {
  const submit = findSubmit(element);
  const title = element.querySelector('h1,h2,h3,[role="heading"]');
  const heading = (title && textOf(title)) ?? element.getAttribute('aria-label') ?? namedBy(element);
  const kind = kindOf(element, heading, submit);
  if (!kind) return null;
  const isOwn = isForSharing(element, kind, heading, submit)
    ? () => true
    : (field: Element) => field.closest(PICKER) !== null;
  const recipients = [
    ...[...element.querySelectorAll(CHIP)].filter((chip) => !chip.parentElement?.closest(CHIP)).map(readChip),
    ...[...element.querySelectorAll('select')].filter(isOwn).flatMap(chosenIn),
  ];
  const typed = typedIn(element, isOwn);
  const label = submit ? (accessibleName(submit) ?? '') : '';
  const bylines = [...element.querySelectorAll(BYLINE)].map((byline) =>
    matchLabel(INVITES_TO, byline.textContent ?? ''),
  );
  const byline = bylines.find((match) => match !== null) ?? null;
  const invitesTo = byline ?? (kind === 'invite' ? matchLabel(INVITES_TO, heading ?? '') : null);
  const invite = labelLanguage('invite', label);
  return {
    kind,
    element,
    heading,
    recipients,
    typed,
    namesAddress:
      recipients.some(namesAddressIn) ||
      typed.some(({ text, onlyAddresses }) => mayBeAddress(text) || (onlyAddresses && text !== '')),
    isInviteWording: kind !== 'share' || invite !== null || byline !== null,
    language: invite ?? byline?.language ?? matchLabel(SUBMITS, label)?.language ?? null,
    // The heading of a share names what is shared, which may be called like an app.
    product: invitesTo
      ? invitesTo.key === 'inviteToJira'
        ? 'jira'
        : 'confluence'
      : kind === 'share'
        ? null
        : (inHole('addPeopleTo', heading ?? '') ?? inHole('invitePeopleTo', heading ?? '')),
    submit,
    footer: submit?.closest(FOOTER) ?? element.querySelector(FOOTER) ?? submit?.parentElement ?? null,
  };
}

function kindOf(element: Element, heading: string | null, submit: Element | null): ShareDialog['kind'] | null {
  const title = heading ?? '';
  if (
    element.matches(DRAWER) ||
    element.querySelector(`${DRAWER},#invite-user-picker,[data-testid="invite-submit-button"]`)
  ) {
    return labelLanguage('addPeopleTo', title) ? 'add-to-space' : 'invite';
  }
  if (labelLanguage('addPeopleTo', title)) return 'add-to-space';
  if (labelLanguage('addGroupMembers', title)) return 'add-to-group';
  if (labelLanguage('grantAccess', title)) return 'grant-role';
  if (matchLabel(['addPeople', 'invitePeople', 'invitePeopleTo', 'inviteUsers', ...INVITES_TO], title)) return 'invite';
  const shares = element.querySelector(SHARE_FIELD) !== null;
  const sends = submit !== null && matchLabel(['send', 'share', 'invite'], accessibleName(submit) ?? '') !== null;
  return shares || sends ? 'share' : null;
}

/**
 * Whether it is for sharing or inviting and nothing else, so that every field for people in it is for these. Any form may have a
 * chooser of people, a field for an address and a button that says "Send".
 */
const isForSharing = (
  element: Element,
  kind: ShareDialog['kind'],
  heading: string | null,
  submit: Element | null,
): boolean =>
  kind !== 'share' ||
  element.querySelector(SHARE_FIELD) !== null ||
  matchLabel(['share', 'invite'], submit ? (accessibleName(submit) ?? '') : '') !== null ||
  mentions(['share', 'invite'], heading ?? '');

function findSubmit(element: Element): HTMLElement | null {
  const known = element.querySelector<HTMLElement>('[data-testid="invite-submit-button"],[type="submit"]');
  const outside = element.ownerDocument.querySelectorAll<HTMLButtonElement>('button[form],[type="submit"][form]');
  const buttons = element.querySelectorAll<HTMLElement>('button,[role="button"]');
  return (
    known ??
    [...outside].find(({ form }) => form !== null && element.contains(form)) ??
    [...buttons].find((button) => matchLabel(SUBMITS, accessibleName(button) ?? '') !== null) ??
    null
  );
}

function readChip(chip: Element): Recipient {
  const picture = chip.querySelector('img')?.getAttribute('src');
  const accountId =
    accountIdOf(chip.getAttribute('data-user-picker-multi-value')) ??
    (picture ? (personOfImage(picture)?.accountId ?? null) : null);
  return { element: chip, accountId, label: labelOf(chip) };
}

/** The chip's words without those of its remove button. */
function labelOf(chip: Element): string {
  const copy = chip.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll('button,[role="button"],svg')) control.remove();
  return textOf(copy) ?? '';
}

/** The people chosen in a list; an option without a value is an invitation to choose. */
const chosenIn = (list: HTMLSelectElement): Recipient[] =>
  isForPeople(list)
    ? [...list.options]
        .filter(({ selected, value }) => selected && value !== '')
        .map((option) => ({
          element: option,
          accountId: accountIdOf(option.value),
          label: textOf(option) ?? option.value,
        }))
    : [];

const isForAddresses = (field: Element): boolean =>
  field.matches('[type="email"]') || ADDRESSES.test(field.getAttribute('name') ?? '');
const isForPeople = (field: Element): boolean => isForAddresses(field) || USERS.test(field.getAttribute('name') ?? '');

const isBox = (field: Element): boolean => field.matches('[type="checkbox"],[type="radio"]');

function typedIn(element: Element, isOwn: (field: Element) => boolean): Typed[] {
  const fields = [...element.querySelectorAll<HTMLInputElement>(`input,textarea,${TEXT}`)].filter((field) =>
    isForPeople(field) && isOwn(field)
      ? field.checked || !isBox(field)
      : field.matches(TEXT) && field.closest(PICKER) !== null,
  );
  // Rich text may have fields in fields.
  const whole = fields.filter((field) => !fields.some((other) => other !== field && other.contains(field)));
  return whole.map((field) => ({
    text: (field.value ?? linesOf(field)).trim(),
    // The value of a ticked box may be a word for yes.
    onlyAddresses: isForAddresses(field) && !isBox(field),
  }));
}

/** The words of a field of rich text: a line for each block in it, so that two of them are never one word. Chips are read as chips. */
const linesOf = (field: Element): string =>
  textBetween(
    field,
    (element) => (element.matches(BLOCK) ? '\n' : ''),
    (element) => (element.matches(CHIP) ? '\n' : null),
  );
