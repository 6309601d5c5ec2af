import { type ClassifiedCall, classifyCall } from '../sites/endpoints.ts';
import type { Held } from './channel.ts';

/**
 * What a held call does, found out in the isolated world; null when it is harmless. A body that decides and cannot be read is an
 * act on unknown people. The address is looked at as the page wrote it and as the browser reads it.
 */
export function judge({ method, url, plain, body, unreadable }: Held): ClassifiedCall | null {
  const text = unreadable ? null : body;
  return (
    classifyCall({ method, url: new URL(url), body: text }) ?? classifyCall({ method, url: new URL(plain), body: text })
  );
}
