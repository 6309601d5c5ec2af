/** What goes wrong on a page costs a badge or a note, never the page; it is said where developers look. */
export const report =
  (feature: string) =>
  (error: unknown): void =>
    console.debug(`Gatehouse: ${feature} did not work here.`, error);
