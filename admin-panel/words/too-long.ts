import { MOST_REASON } from '../../core/requests/index.ts';
import { say } from './say.ts';

/** What is said of a text that the service would not take; null where it fits. */
export function tooLong(text: string): string | null {
  const over = text.trim().length - MOST_REASON;
  return over <= 0 ? null : say('sending.too-long', { over, most: MOST_REASON });
}
