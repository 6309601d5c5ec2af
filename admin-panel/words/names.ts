/** So many people are named before the rest folds. */
export const SHOWN = 10;

/** What a sentence names of people who may be many: "Ann", "Ben", "others". */
export const firstOf = (names: readonly string[]): readonly string[] =>
  names.length > SHOWN ? [...names.slice(0, SHOWN), 'others'] : names;
