/** What a request is about and what approving it does. */
export const requests = {} as const;
