/** One fault in what came from outside. */
export interface Problem {
  /** Where in what was given, e.g. `targets.0.email`; empty for the whole. */
  readonly path: string;
  /** What is wrong and what is expected instead. */
  readonly message: string;
}
