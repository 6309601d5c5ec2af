import { list, say } from './say.ts';

/** "Ann", "Ann and Ben", "Ann, Ben and 3 others". */
export function listNames(names: readonly string[]): string {
  if (names.length === 0) return say('people.nobody');
  return names.length > 3
    ? list([...names.slice(0, 2), say('people.others', { count: names.length - 2 })])
    : list(names);
}
