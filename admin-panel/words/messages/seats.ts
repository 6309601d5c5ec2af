/** Seats and what they cost. */
export const seats = {} as const;
