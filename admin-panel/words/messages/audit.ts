/** The log, and what happened to a request. */
export const audit = {} as const;
