import { type ClassifiedCall, classifyCall, type Endpoint, endpoints } from '../sites/endpoints.ts';
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
  const endpoint = endpoints.find(
    ({ methods, path }) => methods.some((one) => one === method) && new RegExp(path, 'i').test(new URL(plain).pathname),
  );
  if (!endpoint || (endpoint.bodyNeeded && !unreadable && saysEnough(endpoint, body))) return null;
  return {
    endpoint: endpoint.name,
    intent: endpoint.intent,
    targets: { emails: [], accountIds: [] },
    product: null,
    cloudId: null,
  };
}

const lowerPath = (address: string): string => {
  const url = new URL(address);
  url.pathname = url.pathname.toLowerCase();
  return url.href;
};

/** Whether a body was read as what the address takes: then "harmless" was a finding, not a failure to read. */
function saysEnough({ name }: Endpoint, body: string | null): boolean {
  const parts = partsOf(body);
  if (parts === null) return false;
  return parts.every((part) =>
    name.endsWith('graphql')
      ? ['query', 'variables', 'extensions', 'id', 'operationName'].some((key) => key in part)
      : 'recipients' in part && Array.isArray(part.recipients),
  );
}

function partsOf(body: string | null): readonly Record<string, unknown>[] | null {
  try {
    const json: unknown = JSON.parse(body ?? '');
    const parts: readonly unknown[] = Array.isArray(json) ? json : [json];
    return parts.length > 0 && parts.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
      ? (parts as Record<string, unknown>[])
      : null;
  } catch {
    return null; // Not JSON: whatever it is, nobody could read it.
  }
}
