import type { CallError } from '../../core/contract/client.ts';
import { say } from './say.ts';

/** The service's `urn:gatehouse:request:…`; people quote the end of it, as it stands in the log. */
const PREFIX = /^urn:gatehouse:request:/;

/** What went wrong, what to do `next` unless that is said already, and what to quote to IT when the service is at fault. */
export function errorWords({ message, status, instance }: CallError, next = ''): string {
  const isOurs = status !== null && status >= 500 && instance !== null;
  const reference = isOurs ? say('sending.reference', { reference: instance.replace(PREFIX, '') }) : '';
  return [message, message.includes(next) ? '' : next, reference].filter((part) => part !== '').join(' ');
}
