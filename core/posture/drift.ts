import type { AccessPathId } from './access-path.ts';
import { isPlainValue, meaningOf } from './access-paths.ts';
import type { Observation, ObservationSource } from './observation.ts';

export interface Drift {
  readonly path: AccessPathId;
  /** The site it was seen on; null for the whole organization. */
  readonly site: string | null;
  /** `opened` calls for an alert at once; `changed` is a different value of the same weight, or one that nobody knows. */
  readonly direction: 'opened' | 'closed' | 'changed';
  readonly before: Seen;
  readonly after: Seen;
  /** Whole sentence. */
  readonly text: string;
}

export interface Seen {
  readonly value: string;
  readonly source: ObservationSource;
  readonly by: string | null;
  readonly at: string;
}

const seenOf = (seen: Observation): Seen => ({
  value: seen.value,
  source: seen.source,
  by: 'by' in seen ? seen.by : null,
  at: seen.at,
});

/**
 * Changes of a path's setting between two looks at it, oldest first: a later different observation is drift (section 6 of the
 * domain). Looks are compared on the same site, whatever their source.
 */
export function driftOf(path: AccessPathId, observations: readonly Observation[]): Drift[] {
  const bySite = new Map<string | null, Observation[]>();
  for (const seen of observations)
    if (seen.path === path) bySite.set(seen.site, [...(bySite.get(seen.site) ?? []), seen]);
  return [...bySite.values()]
    .flatMap((looks) => {
      const inTime = looks.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return inTime.flatMap((after, index) => {
        const before = inTime[index - 1];
        return before === undefined ? [] : (driftBetween(path, before, after) ?? []);
      });
    })
    .toSorted((a, b) => Date.parse(a.after.at) - Date.parse(b.after.at));
}

function driftBetween(path: AccessPathId, before: Observation, after: Observation): Drift | null {
  if (before.value === after.value) return null;
  const was = meaningOf(path, before.value)?.state ?? 'unknown';
  const is = meaningOf(path, after.value)?.state ?? 'unknown';
  // "closed" and the setting's own word for it are the same news.
  if (was === is && was !== 'unknown' && (isPlainValue(before.value) || isPlainValue(after.value))) return null;
  const direction =
    was !== 'open' && is === 'open' ? 'opened' : was !== 'closed' && is === 'closed' ? 'closed' : 'changed';
  return {
    path,
    site: after.site,
    direction,
    before: seenOf(before),
    after: seenOf(after),
    text: `On ${after.at.slice(0, 10)} it was "${after.value}"; on ${before.at.slice(0, 10)} it had been "${before.value}".`,
  };
}
