import { type ClassifiedCall, classifyAt, classifyCall, endpoints } from '../sites/endpoints.ts';
import type { Held } from './channel.ts';

/**
 * What a held call does, found out in the isolated world; null when it is harmless. A body that decides and cannot be read is an
 * act on unknown people, and so is a call whose address only a forgiving server takes for a known one.
 */
export function judge({ method, url, plain, body, unreadable }: Held): ClassifiedCall | null {
  const text = unreadable ? null : body;
  for (const address of [url, plain, lowerPath(plain)]) {
    const call = classifyCall({ method, url: new URL(address), body: text });
    if (call) return call;
  }
  const address = new URL(plain);
  const endpoint = endpoints.find(
    ({ methods, path }) => methods.some((one) => one === method) && new RegExp(path, 'i').test(address.pathname),
  );
  return endpoint ? classifyAt(endpoint, { method, url: address, body: text }) : null;
}

const lowerPath = (address: string): string => {
  const url = new URL(address);
  url.pathname = url.pathname.toLowerCase();
  return url.href;
};
