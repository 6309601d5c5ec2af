/** The queue and its lists. */
export const queue = {} as const;
