import { cpus, totalmem } from 'node:os';

export interface BenchResult {
  /** Who was measured. */
  readonly name: string;
  readonly case: string;
  readonly metric: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One run of one benchmark, as `--json` prints it. */
export interface BenchReport {
  readonly bench: string;
  /** ISO date-time. */
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly memoryGb: number };
  readonly versions: Readonly<Record<string, string>>;
  /** Repetitions behind each median. */
  readonly n: number;
  readonly results: readonly BenchResult[];
}

export const machine = (): BenchReport['machine'] => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
});

/** Median, least and most of at least one sample. */
export function spread(samples: readonly number[]): Pick<BenchResult, 'median' | 'min' | 'max'> {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (low === undefined || high === undefined) throw new Error('Nothing was measured.');
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { median: round((low + high) / 2), min: round(sorted[0] ?? low), max: round(sorted.at(-1) ?? high) };
}
