/**
 * The part of a list, newest first, that there is room for: whoever has most loses their oldest until it fits; among those who have the
 * same, the oldest of all goes.
 * @param whose who an entry belongs to
 * @param most entries that may stay
 */
export function fairly<T>(list: readonly T[], whose: (one: T) => unknown, most: number): T[] {
  const owners = [...Map.groupBy(list, whose).values()].map((entries) => [...entries]);
  const place = new Map(list.map((one, index) => [one, index]));
  const oldest = (entries: readonly T[]): number => place.get(entries.at(-1) as T) ?? 0;
  for (let left = list.length; left > most; left -= 1)
    owners.toSorted((a, b) => b.length - a.length || oldest(b) - oldest(a))[0]?.pop();
  const kept = new Set(owners.flat());
  return list.filter((one) => kept.has(one));
}
