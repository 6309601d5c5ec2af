import { account, others, peopleInText, type Whom } from '../../core/identity/index.ts';
import { accountIdOf, personOfImage } from './account-ids.ts';
import { labelLanguage, matchLabel } from './label-match.ts';
import { accessibleName, textOf } from './text.ts';

export interface Recipient {
  readonly element: Element;
  /** Who it is, as far as the chip says: an address was typed, and may be anybody. */
  readonly whom: readonly Whom[];
}

/** What sending a dialog of each kind does. */
export const dialogIntents = {
  share: 'share-with-new-person',
  invite: 'invite',
  'add-to-space': 'add-to-project',
} as const;

/** An open dialog or popup in which people are chosen. */
export interface ShareDialog {
  readonly kind: keyof typeof dialogIntents;
  readonly element: Element;
  readonly heading: string | null;
  readonly recipients: readonly Recipient[];
  /** Everybody chosen or typed, those who cannot be read included. */
  readonly people: readonly Whom[];
  /** Somebody is named by an address, or by something that might be one: whether the site knows them is not. */
  readonly namesAddress: boolean;
  /** The submit button, or a recipient's byline, says that people without a licence are invited. */
  readonly isInviteWording: boolean;
  readonly language: string | null;
  /** The product that the wording names; null when it names none. */
  readonly product: 'jira' | 'confluence' | null;
  readonly submit: HTMLElement | null;
  /** Where a warning fits: beside the submit button. */
  readonly footer: Element | null;
}

const DIALOG = '[role="dialog"],dialog,[data-testid="invite-drawer-component"],form';
/** The chooser of people survives every change of wording: react-select with this prefix, or its known ids (B). */
const PICKER =
  '.fabric-user-picker__control,#invite-user-picker,[name="users"],#share-user-picker-field-label,[id^="share-user-picker-field"]';
const CHIP = '[data-user-picker-multi-value],.fabric-user-picker__multi-value';
const BYLINE = '[data-testid="user-picker-email-secondary-text"],[data-testid="user-picker-custom-secondary-text"]';
const FOOTER = '[data-testid="form-footer"],[data-testid$="--footer"],footer';
const SUBMITS = ['invite', 'send', 'share', 'addOne', 'addMany', 'add', 'addPeople'] as const;

/** Whether anything that looks like a chooser of people is below `root`: the cheap question before the dear one. */
export const hasPicker = (root: ParentNode): boolean => root.querySelector(PICKER) !== null;

/** Every open share, invite or add-people dialog at or around `root`. Reads what is chosen now; call again when it changes. */
export function readShareDialogs(root: ParentNode): ShareDialog[] {
  const scope = root instanceof Element ? (root.closest('[role="dialog"],dialog') ?? root) : root;
  const dialogs = new Set<Element>();
  for (const picker of scope.querySelectorAll(PICKER)) {
    const dialog =
      picker.closest('[role="dialog"],dialog,[data-testid="invite-drawer-component"]') ?? picker.closest(DIALOG);
    if (dialog) dialogs.add(dialog);
  }
  return [...dialogs].map(readShareDialog).filter((dialog) => dialog !== null);
}

function readShareDialog(element: Element): ShareDialog | null {
  const submit = findSubmit(element);
  const heading =
    textOf(element.querySelector('h1,h2,h3,[role="heading"]') ?? element.ownerDocument.createElement('p')) ??
    element.getAttribute('aria-label');
  const kind = kindOf(element, heading, submit);
  if (!kind) return null;
  const chips = [...element.querySelectorAll(CHIP)];
  const recipients = chips
    .filter((chip) => !chips.some((other) => other !== chip && other.contains(chip)))
    .map(readChip);
  const people = [...recipients.flatMap(({ whom }) => whom), ...typedPeople(element)];
  const label = submit ? (accessibleName(submit) ?? '') : '';
  const bylines = [...element.querySelectorAll(BYLINE)].map((byline) =>
    matchLabel(['inviteToJira', 'inviteToConfluence'], byline.textContent ?? ''),
  );
  const byline = bylines.find((match) => match !== null) ?? null;
  const invite = labelLanguage('invite', label);
  return {
    kind,
    element,
    heading,
    recipients,
    people,
    namesAddress: people.some((whom) => whom.accountId === null && (whom.email ?? whom.text ?? '@').includes('@')),
    isInviteWording: kind !== 'share' || invite !== null || byline !== null,
    language: invite ?? byline?.language ?? matchLabel(SUBMITS, label)?.language ?? null,
    product: byline ? (byline.key === 'inviteToJira' ? 'jira' : 'confluence') : productIn(heading),
    submit,
    footer: submit?.closest(FOOTER) ?? element.querySelector(FOOTER) ?? submit?.parentElement ?? null,
  };
}

function kindOf(element: Element, heading: string | null, submit: Element | null): ShareDialog['kind'] | null {
  const title = heading ?? '';
  if (
    element.matches('[data-testid="invite-drawer-component"]') ||
    element.querySelector('#invite-user-picker,[data-testid="invite-submit-button"]')
  ) {
    return labelLanguage('addPeopleTo', title) && productIn(title) === null ? 'add-to-space' : 'invite';
  }
  if (labelLanguage('addPeopleTo', title)) return productIn(title) === null ? 'add-to-space' : 'invite';
  if (matchLabel(['addPeople', 'invitePeople'], title)) return 'invite';
  const shares = element.querySelector('[name="users"],[id^="share-user-picker-field"]') !== null;
  const sends = submit !== null && matchLabel(['send', 'share', 'invite'], accessibleName(submit) ?? '') !== null;
  return shares || sends ? 'share' : null;
}

/** The names of apps are not translated. */
const productIn = (text: string | null): 'jira' | 'confluence' | null =>
  /\bConfluence\b/i.test(text ?? '') ? 'confluence' : /\bJira\b/i.test(text ?? '') ? 'jira' : null;

function findSubmit(element: Element): HTMLElement | null {
  const known = element.querySelector<HTMLElement>(
    '[data-testid="invite-submit-button"],[data-testid="form-footer"] button[type="submit"],button[type="submit"]',
  );
  if (known) return known;
  const buttons = element.querySelectorAll<HTMLElement>('button');
  return [...buttons].find((button) => matchLabel(SUBMITS, accessibleName(button) ?? '') !== null) ?? null;
}

/** A chip without an id or an address that can be read is somebody all the same. */
function readChip(chip: Element): Recipient {
  const picture = chip.querySelector('img')?.getAttribute('src');
  const accountId =
    accountIdOf(chip.getAttribute('data-user-picker-multi-value')) ??
    (picture ? (personOfImage(picture)?.accountId ?? null) : null);
  const label = labelOf(chip);
  if (accountId !== null && !label.includes('@')) return { element: chip, whom: [account(accountId)] };
  const said = label === '' ? [others(1)] : peopleInText(label);
  return { element: chip, whom: accountId === null ? said : [account(accountId), ...said] };
}

/** The chip's words without those of its remove button. */
function labelOf(chip: Element): string {
  const copy = chip.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll('button,[role="button"],svg')) control.remove();
  return textOf(copy) ?? '';
}

/**
 * People typed and not yet turned into chips, also several at once. In a field for addresses every entry is somebody; in a picker
 * words without an @ are a search that is still going on.
 */
function typedPeople(element: Element): Whom[] {
  const inputs = element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '.fabric-user-picker__input input,#invite-user-picker,input[type="email"],input[name="users"],textarea[name="emails"]',
  );
  return [...inputs].flatMap((input) => {
    const typed = peopleInText(input.value ?? '');
    if (input.matches('input[type="email"],textarea[name="emails"]')) return typed;
    return typed.filter((whom) => whom.email !== null || whom.text?.includes('@'));
  });
}
