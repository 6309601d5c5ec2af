import type { Intent } from './intent.ts';

// Apart from the schema, so that scripts in pages need no parser for it.

const memberships: ReadonlySet<Intent> = new Set([
  'request-access',
  'join',
  'invite',
  'share-with-new-person',
  'add-to-project',
]);

/**
 * Whether approval is a membership: the people named are added to the group that gives the product. Everything else (a trial, a
 * link, a token, a role) is done by a person at Atlassian; adding somebody to a group would give what nobody asked for.
 */
export const givesMembership = (intent: Intent): boolean => memberships.has(intent);

const aboutOthers: ReadonlySet<Intent> = new Set([
  'invite',
  'share-with-new-person',
  'add-to-project',
  'add-to-group',
  'grant-role',
  'create-customer',
  'migrate-customer',
]);

/** Whether an intent that names nobody is about whoever acts: people join by themselves, but they invite somebody else. */
export const isAboutActor = (intent: Intent): boolean => !aboutOthers.has(intent);
