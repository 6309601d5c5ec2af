import { expect, it } from 'vitest';
import { addDays, daysBetween, monthBefore } from './days.ts';

it.each([
  ['2026-11-21', '2026-12-01', 10],
  ['2026-12-01', '2026-11-21', -10],
  ['2026-03-28', '2026-03-30', 2],
  ['nonsense', '2026-03-30', null],
])('from %s to %s are %s days', (from, to, days) => expect(daysBetween(from, to)).toBe(days));

it.each([
  ['2026-02-27', 2, '2026-03-01'],
  ['2026-11-21', -21, '2026-10-31'],
  ['nonsense', 1, null],
])('%s and %s days is %s', (date, days, then) => expect(addDays(date, days)).toBe(then));

it.each([
  ['2026-12-01', '2026-11-01'],
  ['2026-03-31', '2026-02-28'],
  ['2026-01-15', '2025-12-15'],
  ['2024-03-30', '2024-02-29'],
  ['nonsense', null],
])('the month before %s begins on %s', (date, start) => expect(monthBefore(date)).toBe(start));
