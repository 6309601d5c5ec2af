import type { BenchReport } from './report.ts';

/** For people: one line a result. */
export function formatReport({ bench, at, machine, versions, n, results }: BenchReport): string {
  const about = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const lines = results.map(
    ({ name, case: size, metric, unit, median, min, max }) =>
      `  ${metric.padEnd(18)} ${name.padEnd(10)} ${size.padEnd(6)} ${String(median).padStart(9)} ${unit.padEnd(3)} (${min} – ${max})`,
  );
  return [`${bench}, ${at}, ${machine.cpu} × ${machine.cores}, ${about.join(', ')}, n = ${n}`, ...lines, ''].join('\n');
}
