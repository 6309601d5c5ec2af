/** People, how they stand and what they hold. */
export const people = {} as const;
