import type { IntentOnPage } from '../../core/contract/messages.ts';

/** As `MAX_PEOPLE` of the contract, which brings its parser along. `targets.test.ts` holds the two equal. */
export const MOST_TARGETS = 200;

/** What the contract's parser takes for an address; anything looser would make the whole message fail. */
const address = /^[^\s@<>(),;:"\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/** The people an act names, each once, at most as many as a message may carry. */
export function targetsOf(people: {
  readonly emails: readonly string[];
  readonly accountIds: readonly string[];
}): IntentOnPage['targets'] {
  const emails = [...new Set(people.emails.map((email) => email.toLowerCase()))].filter((email) => address.test(email));
  const all = [
    ...emails.map((email) => ({ email, accountId: null })),
    ...[...new Set(people.accountIds)].map((accountId) => ({ email: null, accountId })),
  ];
  return all.slice(0, MOST_TARGETS) as IntentOnPage['targets'];
}
