import { MOST_REASON } from '../../core/requests/index.ts';

const figure = new Intl.NumberFormat('en');

/** What is said of a text that the service would not take; null where it fits. */
export function tooLong(text: string): string | null {
  const over = text.trim().length - MOST_REASON;
  if (over <= 0) return null;
  return `${figure.format(over)} ${over === 1 ? 'character' : 'characters'} too many: ${figure.format(MOST_REASON)} are the most.`;
}
