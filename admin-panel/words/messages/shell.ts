/** Around the pages: bar, signing in, state of the organization, lists in general. */
export const shell = {} as const;
