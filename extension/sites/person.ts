import type { AccountId } from '../../core/ids.ts';
import type { Evidence } from './selector.ts';

/** Where on the page it was read who a person is. */
export type Carrier =
  | 'mention-id'
  | 'mention-link'
  | 'user-hover-link'
  | 'people-link'
  | 'profile-link'
  | 'admin-link'
  | 'account-attribute'
  | 'avatar-url'
  | 'aa-avatar'
  | 'gravatar-hash'
  | 'filter-input'
  | 'profile-card'
  | 'spa-state'
  | 'viewer-menu'
  | 'qm-id'
  | 'trigger-name';

/** One person in one visible place. */
export interface PersonRef {
  /** The visual unit that shows the person: a badge goes right after it. */
  readonly element: Element;
  /** Their picture, where it stands apart from the unit and before it; null when it does not. */
  readonly picture: Element | null;
  /** The display name as the page shows it; hostile text. */
  readonly name: string | null;
  readonly carrier: Carrier;
  /** Null when the page does not say it: nothing may be drawn from the name alone. */
  readonly accountId: AccountId | null;
  /** md5 of the lower-cased e-mail, out of a gravatar address. */
  readonly emailHash: string | null;
  readonly evidence: Evidence;
  /** The signed-in person's own menu. */
  readonly viewer: boolean;
  /** Room for an icon only: avatars on cards, in stacks and in filters. */
  readonly dense: boolean;
}

/** What a badge is asked and remembered by: the account id, else the e-mail hash; null when neither is known. */
export const personKey = (person: Pick<PersonRef, 'accountId' | 'emailHash'>): string | null =>
  person.accountId ?? person.emailHash;
