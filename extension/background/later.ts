/** For work that nobody waits for: the next tick does it again. */
export const later = (error: unknown): void =>
  console.info('Gatehouse: not done now; it is tried again within a minute.', error);
