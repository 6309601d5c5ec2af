import { type ClassifiedCall, classifyCall } from '../sites/endpoints.ts';
import type { Held } from './channel.ts';

/**
 * What a held call does, found out in the isolated world; null when it is harmless. A body that decides and cannot be read is an
 * act on unknown people, and so is one that this very reading fails at. The address is looked at as the page wrote it and as the
 * browser reads it. Throws when even the address alone cannot be judged.
 */
export function judge(call: Held): ClassifiedCall | null {
  const body = call.unreadable ? null : call.body;
  try {
    return classified(call, body);
  } catch (error) {
    if (body === null) throw error;
    console.error('Gatehouse: the text of a call could not be read; it is judged by its address.', error);
    return classified(call, null);
  }
}

const classified = ({ method, url, plain, hasFile = false }: Held, body: string | null): ClassifiedCall | null =>
  classifyCall({ method, url: new URL(url), body, hasFile }) ??
  classifyCall({ method, url: new URL(plain), body, hasFile });
