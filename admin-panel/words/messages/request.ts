/** The page of a request. */
export const request = {} as const;
