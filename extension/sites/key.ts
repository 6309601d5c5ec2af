/** Longer than any key of a project or space; `core/contract/messages.ts` takes no more. */
const MOST = 255;

/** A key of a project or space; null for a text that is too long for one. */
export const fittingKey = (text: string): string | null => (text.length <= MOST ? text : null);
