import type { Place } from './address.ts';
import type { Ask, Verdict } from './ask.ts';
import type { BodyText, Taken } from './body.ts';
import { givesNothing } from './graphql.ts';

const FINE: Verdict = { allow: true };

/** Whether a body that is at hand says that nothing is given: such calls leave at once, in the order the page made them. */
export const isPlainlyHarmless = ({ graphql }: Place, text: BodyText | null): boolean =>
  graphql && text !== null && givesNothing(text.body);

/** Reads what must be read, then asks. What it returns drops the call: nothing is called back any more. */
export function holdFor(ask: Ask, place: Place, body: Taken, answered: (verdict: Verdict) => void): () => void {
  let isDropped = false;
  let drop = (): void => undefined;
  const { read } = body;
  read((text) => {
    if (isDropped) return;
    if (isPlainlyHarmless(place, text)) return answered(FINE);
    drop = ask(place, text, answered);
  });
  return () => {
    isDropped = true;
    drop();
  };
}
