import type { Place } from './address.ts';
import type { Ask, Verdict } from './ask.ts';
import type { BodyText, Taken } from './body.ts';
import { onlyReads } from './graphql.ts';

const FINE: Verdict = { allow: true };

/** Whether a body that is at hand says that nothing is given: such calls leave at once, in the order the page made them. */
export const isPlainlyHarmless = ({ graphql }: Place, text: BodyText | null): boolean =>
  graphql && text !== null && onlyReads(text.body);

/** Reads what must be read, then asks. */
export function holdFor(ask: Ask, place: Place, body: Taken, answered: (verdict: Verdict) => void): void {
  const { read } = body;
  read((text) => (isPlainlyHarmless(place, text) ? answered(FINE) : ask(place, text, answered)));
}
