import type { Effect } from './effect.ts';
import { seatLineWords } from './seat-line-words.ts';

/** Every seat that a deed gives, in words; that there are, or may be, others nobody knows is one of them. */
export const givesWords = ({ lines, reasons }: Pick<Effect, 'lines' | 'reasons'>): string[] => [
  ...lines.map(seatLineWords),
  ...(reasons.some(({ code }) => givesUnknown.has(code)) ? ['seats that are not known'] : []),
];

const givesUnknown: ReadonlySet<string> = new Set(['app-unknown', 'gives-unknown', 'group-unknown', 'effect-unknown']);
