import { type ClassifiedCall, classifyCall, endpointAt } from '../sites/endpoints.ts';

/** Every endpoint's path starts with one of these: nearly all calls end at this question. */
const PREFIXES = ['/gateway/api/', '/rest/', '/wiki/', '/cgraphql', '/servicedesk/', '/manage/rest/', '/apis/prod/'];

/** The parsed address when a call may matter; null at once for the rest. `url` is relative to `base`. */
export function mayMatter(method: string, url: string, base: string): URL | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (!PREFIXES.some((prefix) => url.includes(prefix)) || !URL.canParse(url, base)) return null;
  const parsed = new URL(url, base);
  return endpointAt(method, parsed) ? parsed : null;
}

export const classify = (method: string, url: URL, body: string | null): ClassifiedCall | null =>
  classifyCall({ method, url, body });
