const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "just now", "5 minutes ago", "yesterday". @param now milliseconds */
export function ago(iso: string, now: number = Date.now()): string {
  const past = now - Date.parse(iso);
  const unit = units.find(([, size]) => past >= size);
  return unit ? words.format(-Math.floor(past / unit[1]), unit[0]) : 'just now';
}
