/**
 * How well a fact about Atlassian's pages is known. A seen in a captured page, B in Atlassian's own source or documents,
 * C in several independent scripts, D in one, I inferred. D and I are unverified.
 */
export type Evidence = 'A' | 'B' | 'C' | 'D' | 'I';

/** A selector as plain data. What it is known from stands in the `provenance.ts` beside it. */
export interface NamedSelector {
  readonly name: string;
  readonly css: string;
  readonly evidence: Evidence;
}

/** What somebody who repairs a selector needs to know. */
export interface Provenance {
  /** Why it marks what it is said to mark, and where that is known from. */
  readonly reason: string;
  /** How many a page that has the surface shows, `[least, most]`; `null` most means no bound. */
  readonly expected: readonly [number, number | null];
}

/** One provenance for every selector of every table: a selector without one does not compile. */
export type Provenances<T extends Readonly<Record<string, readonly { readonly name: string }[]>>> = {
  readonly [K in keyof T]: Readonly<Record<T[K][number]['name'], Provenance>>;
};

const worst = 'ABCDI';

/** A conclusion is as good as its weakest fact. */
export const weakest = (...grades: readonly Evidence[]): Evidence =>
  grades.reduce((a, b) => (worst.indexOf(a) >= worst.indexOf(b) ? a : b), 'A');
