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
  switcherJoin: 'Join',
  switcherTry: 'Try',
  tryItNow: 'Try it now',
  addPeople: 'Add people',
  addPeopleTo: 'Add people to {}',
  addOne: 'Add 1 person',
  addMany: 'Add {} people',
  invitePeople: 'Invite people',
  inviteUsers: 'Invite users',
  addCustomers: 'Add customers',
  createGroup: 'Create group',
  addGroupMembers: 'Add group members',
  grantAccess: 'Grant access',
  createToken: 'Create API token',
  createScopedToken: 'Create API token with scopes',
  create: 'Create',
  add: 'Add',
  join: 'Join',
  accept: 'Accept',
  acceptInvite: 'Accept invite',
  continue: 'Continue',
  addApp: 'Add app',
  addProduct: 'Add product',
  requestSpaceAccess: 'Request space access',
  nobody: 'None',
  unassigned: 'Unassigned',
  automatic: 'Automatic',
} as const satisfies Record<string, string>;

export type LabelKey = keyof typeof labels;

/** Texts of labels by language. What is not known in a language is left out, never guessed. */
export type Translations = Readonly<Partial<Record<LabelKey, Readonly<Record<string, string>>>>>;
