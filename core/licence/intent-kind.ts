import type { Intent } from '../policy/intent.ts';

/** What an intent does to seats, whoever it is aimed at. */
export type IntentKind = 'gives-access' | 'customer' | 'open-link' | 'new-app' | 'other-plan' | 'no-seat';

const kinds: Record<Intent, IntentKind> = {
  'request-access': 'gives-access',
  join: 'gives-access',
  invite: 'gives-access',
  'share-with-new-person': 'gives-access',
  'add-to-project': 'gives-access',
  'add-to-group': 'gives-access',
  'grant-role': 'gives-access',
  'create-invite-link': 'open-link',
  'start-app': 'new-app',
  'change-plan': 'other-plan',
  'create-customer': 'customer',
  'migrate-customer': 'customer',
  'create-api-token': 'no-seat',
  'make-public': 'no-seat',
};

/** The Customer role alone takes no seat, so a customer who becomes an Atlassian account takes none either (sections 2 and 3). */
export const intentKind = (intent: Intent): IntentKind => kinds[intent];

/** Whether the intent gives named people seats. A trial, a plan, a link, a token, a customer cost something else, or nothing. */
export const isAboutSeats = (intent: Intent): boolean => kinds[intent] === 'gives-access';
