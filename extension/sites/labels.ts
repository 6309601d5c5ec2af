/**
 * Atlassian's own texts of its controls, in English. Out of Atlassian's message files (smart-card 2.6.0, share 2.7.0,
 * user-picker 2.311.0, atlassian-switcher 16.1.1; B); texts of surfaces whose message files are not public come from
 * support.atlassian.com and scripts (B/C). Other languages: `labels/translations.ts`. `{}` stands for a product or number.
 * A text alone never identifies a control: see `controls.ts`.
 */
export const labels = {
  send: 'Send',
  share: 'Share',
  invite: 'Invite',
  inviteToConfluence: 'Invite to Confluence',
  inviteToJira: 'Invite to Jira',
  joinNow: 'Join now',
  requestAccess: 'Request access',
  joinContext: 'Join {}',
  addPeople: 'Add people',
  addPeopleTo: 'Add people to {}',
  addOne: 'Add 1 person',
  addMany: 'Add {} people',
  invitePeople: 'Invite people',
  invitePeopleTo: 'Invite people to {}',
  create: 'Create',
  add: 'Add',
  join: 'Join',
  accept: 'Accept',
  acceptInvite: 'Accept invite',
  continue: 'Continue',
  requestSpaceAccess: 'Request space access',
} as const satisfies Record<string, string>;

/** Labels of controls that only open something; they stand in `labels/translations.ts`, English included. */
type OpeningLabel =
  | 'switcherJoin'
  | 'switcherTry'
  | 'tryItNow'
  | 'premiumTrial'
  | 'upgrade'
  | 'inviteUsers'
  | 'addCustomers'
  | 'createGroup'
  | 'addGroupMembers'
  | 'grantAccess'
  | 'createToken'
  | 'createScopedToken'
  | 'addApp'
  | 'addProduct';

export type LabelKey = keyof typeof labels | OpeningLabel;

type ByLanguage = Readonly<Record<string, string>>;

/** Texts of labels by language. What is not known in a language is left out, never guessed. */
export type Translations = Readonly<Partial<Record<LabelKey, ByLanguage>>>;
export type EveryTranslation = Translations & Readonly<Record<OpeningLabel, ByLanguage & { readonly en: string }>>;
