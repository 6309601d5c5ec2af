import { z } from 'zod';

/** What somebody is about to do in a page that would give access or spend a seat. */
export const Intent = z.enum([
  'request-access',
  'join',
  'invite',
  'share-with-new-person',
  'add-to-project',
  'add-to-group',
  'grant-role',
  'create-invite-link',
  'start-app',
  'change-plan',
  'create-customer',
  'migrate-customer',
  'create-api-token',
  'make-public',
]);
export type Intent = z.infer<typeof Intent>;

const phrases: Record<Intent, string> = {
  'request-access': 'ask Atlassian for access',
  join: 'join a site by yourself',
  invite: 'invite somebody',
  'share-with-new-person': 'share with somebody who has no access yet',
  'add-to-project': 'add somebody to a space',
  'add-to-group': 'add somebody to a group',
  'grant-role': 'give somebody a role',
  'create-invite-link': 'create an invitation link',
  'start-app': 'start a new app or trial',
  'change-plan': 'change to another plan',
  'create-customer': 'create a customer account',
  'migrate-customer': 'turn a customer into an Atlassian account',
  'create-api-token': 'create an API token',
  'make-public': 'make content public',
};

/** The intent as the end of a sentence that starts with "to", e.g. "invite somebody". */
export const intentPhrase = (intent: Intent): string => phrases[intent];

/** As `intentPhrase`, of somebody who is not spoken to: nobody but the reader does a thing "by yourself". */
export const phraseOfAnother = (intent: Intent): string =>
  intent === 'join' ? 'join a site on their own' : phrases[intent];
