import { z } from 'zod';

/** How urgent a finding is. `info` is only worth knowing. */
export const Severity = z.enum(['high', 'medium', 'low', 'info']);
export type Severity = z.infer<typeof Severity>;

const rank: Record<Severity, number> = { high: 3, medium: 2, low: 1, info: 0 };

/** Sorts the more urgent first. */
export const moreUrgent = (a: Severity, b: Severity): number => rank[b] - rank[a];

/** The most urgent of several; `info` when there is none. */
export const worstOf = (severities: readonly Severity[]): Severity =>
  severities.reduce<Severity>((worst, one) => (rank[one] > rank[worst] ? one : worst), 'info');
