import { accountIdOf, personOfImage, personOfLink } from '../account-ids.ts';
import { nameIn } from '../names.ts';
import type { PageContext } from '../page-context.ts';
import type { Carrier, PersonRef } from '../person.ts';
import { textOf } from '../text.ts';
import type { PersonKind, PersonSelector } from './selectors.ts';
import { avatarLabel } from './unit.ts';

type Reader = (
  found: Element,
  unit: Element,
  context: PageContext,
) => (Partial<PersonRef> & { carrier: Carrier }) | null;

/** Mentions of "all" and "here" and of teams have ids that are no account ids: nobody. */
const mention: Reader = (found) => {
  const accountId =
    found.getAttribute('data-user-type') === 'SPECIAL' ? null : accountIdOf(found.getAttribute('data-mention-id'));
  if (!accountId) return null;
  return { carrier: 'mention-id', accountId, name: nameIn(found.getAttribute('data-mention-name') ?? textOf(found)) };
};

const attribute: Reader = (found) => {
  const accountId = accountIdOf(found.getAttribute('data-account-id') ?? found.getAttribute('accountid'));
  if (!accountId) return null;
  const carrier = found.matches('a.user-mention')
    ? 'mention-link'
    : found.matches('a.user-hover')
      ? 'user-hover-link'
      : 'account-attribute';
  return { carrier, accountId, name: nameIn(textOf(found)) };
};

const link: Reader = (found, _unit, context) => {
  const person = personOfLink(found.getAttribute('href') ?? '', found.ownerDocument.location?.hostname);
  if (!person) return null;
  const name = nameIn(textOf(found) ?? found.getAttribute('aria-label'));
  // "Profile" and the like lead to the viewer without naming anybody.
  if (person.accountId === context.viewerAccountId && name !== context.viewerName && !found.querySelector('img'))
    return null;
  return { carrier: person.kind, accountId: person.accountId, name };
};

const image: Reader = (found, unit) => {
  const person = personOfImage(found.getAttribute('src') ?? '');
  if (!person) return null;
  return {
    carrier: person.kind,
    accountId: person.accountId,
    emailHash: person.emailHash,
    name: nameOfAvatar(found, unit),
  };
};

const nameOfAvatar = (found: Element, unit: Element): string | null => {
  const label = avatarLabel(found, unit);
  // On cards the label is "<field>: <name>" in the page's language.
  return (
    nameIn(unit.localName === 'button' ? label?.replace(/^[^:：]{1,40}[:：]\s*/, '') : label) ??
    (unit === found ? null : nameOfUnit(unit))
  );
};

/** The words of a small unit are the name; those of an option or a card are a name and more. */
const nameOfUnit = (unit: Element): string | null =>
  unit.matches('a[href],[role="button"],[data-user-picker-multi-value],[data-testid="profilecard-name"]')
    ? nameIn(textOf(unit))
    : null;

const filter: Reader = (found) => {
  const accountId = accountIdOf(found.getAttribute('value')) ?? accountIdOf(found.id.replace(/^assignee-/, ''));
  return accountId && { carrier: 'filter-input', accountId, name: nameIn(found.getAttribute('aria-label')) };
};

const card: Reader = (found) => {
  const profile = found.querySelector('a#action-button-view-profile[href]')?.getAttribute('href');
  const accountId = profile ? (personOfLink(profile, found.ownerDocument.location?.hostname)?.accountId ?? null) : null;
  // The card writes "Name (nickname)".
  const heading = textOf(found.querySelector('[data-testid="profilecard-name"]') ?? found)?.replace(/ \([^()]*\)$/, '');
  return { carrier: 'profile-card', accountId, name: nameIn(heading) };
};

/** Of the menus in a top bar it is the one with a picture that is nobody else's. */
const viewer: Reader = (found, _unit, context) => {
  if (!found.getAttribute('data-testid')?.includes('--profile--')) {
    const picture = personOfImage(found.querySelector('img')?.getAttribute('src') ?? '');
    if (!picture || (picture.accountId ?? context.viewerAccountId) !== context.viewerAccountId) return null;
  }
  return {
    carrier: 'viewer-menu',
    accountId: context.viewerAccountId,
    name: context.viewerName ?? nameIn(textOf(found)),
    viewer: true,
  };
};

const trigger: Reader = (found, unit) => ({
  carrier: 'trigger-name',
  name: nameIn(found.closest('[role="button"][aria-label]')?.getAttribute('aria-label')) ?? nameIn(textOf(unit)),
});

const named: Reader = (found) => {
  const name = nameIn(textOf(found));
  return name === null ? null : { carrier: 'trigger-name', name };
};

/** Without a picture this is the placeholder of "nobody", whatever the language of its label. */
const avatar: Reader = (found, unit) => {
  const name = nameIn(avatarLabel(found, unit) ?? found.querySelector('[hidden]')?.textContent);
  return name !== null && found.querySelector('img') ? { carrier: 'trigger-name', name } : null;
};

const labelled: Reader = (found) => {
  const name = nameIn(found.getAttribute('aria-label') ?? found.getAttribute('title')?.replace(/ \([^()]*\)$/, ''));
  return name !== null ? { carrier: 'trigger-name', name } : null;
};

const readers: Readonly<Record<PersonKind, Reader>> = {
  mention,
  attribute,
  link,
  image,
  filter,
  card,
  viewer,
  trigger,
  name: named,
  avatar,
  labelled,
};

/** One person at one matched element; null when the element turns out to show nobody. */
export function readPerson(
  found: Element,
  unit: Element,
  dense: boolean,
  selector: PersonSelector,
  context: PageContext,
): PersonRef | null {
  const read = readers[selector.kind](found, unit, context);
  if (!read) return null;
  return {
    element: unit,
    picture: null,
    name: null,
    accountId: null,
    emailHash: null,
    evidence: selector.evidence,
    viewer: false,
    dense,
    ...read,
  };
}
