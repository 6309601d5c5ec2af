const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 minutes ago", "in 2 hours", "just now". Whole units, rounded down, so that it never claims more than has passed. */
export function relativeTime(iso: string, now: Date, locale: string): string {
  const seconds = Math.trunc((Date.parse(iso) - now.getTime()) / 1000);
  const past = Math.abs(seconds);
  if (past < 45) return 'just now';
  const [amount, unit]: [number, Intl.RelativeTimeFormatUnit] =
    past < HOUR
      ? [Math.max(1, Math.trunc(past / MINUTE)), 'minute']
      : past < DAY
        ? [Math.trunc(past / HOUR), 'hour']
        : past < 30 * DAY
          ? [Math.trunc(past / DAY), 'day']
          : past < 365 * DAY
            ? [Math.trunc(past / (30 * DAY)), 'month']
            : [Math.trunc(past / (365 * DAY)), 'year'];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.sign(seconds) * amount, unit);
}

/** "Nov 21, 2026, 9:04 AM" in the browser's time zone. */
export const absoluteTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** The same with the time zone, for hover texts: people in several offices compare notes. */
export const exactTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(iso));

/** The panel speaks English only so far; dates in another language inside English sentences help nobody. */
export const englishOr = (locale: string): string => (/^en\b/i.test(locale) ? locale : 'en-GB');
