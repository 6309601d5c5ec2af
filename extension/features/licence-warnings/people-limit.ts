import type { IntentOnPage } from '../../../core/contract/messages/index.ts';

/** So many different people are told about on one page within a minute: more than anybody invites, fewer than a list of all. */
export const MOST_PEOPLE = 20;
const MINUTE_MS = 60_000;

/** Whether a note may speak of everybody an intent is about. Those it spoke of within the minute cost nothing again. */
export function limitPeople(now: () => number): (intent: IntentOnPage) => boolean {
  const told = new Map<string, number>();
  return ({ targets }) => {
    const since = now() - MINUTE_MS;
    for (const [who, at] of told) if (at < since) told.delete(who);
    const named = targets.map(({ accountId, email }) => accountId ?? email?.toLowerCase() ?? '');
    const fresh = new Set(named.filter((who) => !told.has(who)));
    if (told.size + fresh.size > MOST_PEOPLE) return false;
    for (const who of fresh) told.set(who, now());
    return true;
  };
}
