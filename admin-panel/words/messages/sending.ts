/** What is said of what somebody sends. */
export const sending = {
  'sending.too-long': { over: 3, most: 2000 },
  'sending.reference': { reference: '4f1c-07' },
} as const;
