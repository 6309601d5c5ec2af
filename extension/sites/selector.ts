/**
 * How well a fact about Atlassian's pages is known. A seen in a captured page, B in Atlassian's own source or documents,
 * C in several independent scripts, D in one, I inferred. D and I are unverified.
 */
export type Evidence = 'A' | 'B' | 'C' | 'D' | 'I';

/** A selector as plain data: everything that somebody who repairs it needs to know stands beside it. */
export interface NamedSelector {
  readonly name: string;
  readonly css: string;
  readonly evidence: Evidence;
  /** Why it marks what it is said to mark, and where that is known from. */
  readonly reason: string;
  /** How many a page that has the surface shows, `[least, most]`; `null` most means no bound. */
  readonly expected: readonly [number, number | null];
}

const worst = 'ABCDI';

/** A conclusion is as good as its weakest fact. */
export const weakest = (...grades: readonly Evidence[]): Evidence =>
  grades.reduce((a, b) => (worst.indexOf(a) >= worst.indexOf(b) ? a : b), 'A');
