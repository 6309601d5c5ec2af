const DAY = 86_400_000;

/** Whole days from one ISO date to another; negative when `to` is earlier, null when one is no date. */
export function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
  return Number.isFinite(days) ? days : null;
}

/** The ISO date so many days after another; null when it is no date. */
export function addDays(date: string, days: number): string | null {
  const time = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  const moved = new Date(time);
  return Number.isNaN(moved.getTime()) ? null : moved.toISOString().slice(0, 10);
}

/** The same day one month earlier, or that month's last day: the start of a monthly cycle. Null when it is no date. */
export function monthBefore(date: string): string | null {
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return null;
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
