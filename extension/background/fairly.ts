/**
 * The part of a list, newest first, that there is room for: whoever has most loses their oldest until it fits; among those who have the
 * same, the oldest of all goes. The newest of all stays, however much room it takes.
 * @param whose who an entry belongs to
 * @param most entries that may stay, or how much room they may take together
 * @param size the room that an entry takes
 */
export function fairly<T>(
  list: readonly T[],
  whose: (one: T) => unknown,
  most: number,
  size: (one: T) => number = () => 1,
): T[] {
  const sum = (entries: readonly T[]): number => entries.reduce((room, one) => room + size(one), 0);
  const place = new Map(list.map((one, index) => [one, index]));
  const oldest = (entries: readonly T[]): number => place.get(entries.at(-1) as T) ?? 0;
  let owners = [...Map.groupBy(list, whose).values()].map((entries) => [...entries]);
  for (let room = sum(list); room > most; ) {
    const [richest] = owners
      .filter((entries) => oldest(entries) > 0)
      .toSorted((a, b) => sum(b) - sum(a) || oldest(b) - oldest(a));
    const gone = richest?.pop();
    if (gone === undefined) break;
    room -= size(gone);
    owners = owners.filter(({ length }) => length > 0);
  }
  const kept = new Set(owners.flat());
  return list.filter((one) => kept.has(one));
}
