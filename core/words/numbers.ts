import type { Say } from './say.ts';

/** "Ann, Ben and 3 others". English lists have no comma before the "and". */
export const listIn = ({ locale }: Pick<Say, 'locale'>, parts: readonly string[]): string =>
  new Intl.ListFormat(/^en\b/.test(locale) ? 'en-GB' : locale).format(parts);

/** "8.60 USD": with every decimal that there is, and the code by which price lists and invoices name the money. */
export function moneyIn(say: Say, amount: string, currency: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return say('money', { amount: new Intl.NumberFormat(say.locale, digits).format(Number(amount)), currency });
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "just now", "5 minutes ago", "yesterday". @param now milliseconds */
export function agoIn(say: Say, iso: string, now: number): string {
  const past = now - Date.parse(iso);
  const unit = units.find(([, size]) => past >= size);
  if (!unit) return say('popup.just-now');
  return new Intl.RelativeTimeFormat(say.locale, { numeric: 'auto' }).format(-Math.floor(past / unit[1]), unit[0]);
}
