import { tidyPath } from '../plain-address.ts';
import { readRoute } from '../routes.ts';
import { isRecord, type Json } from './body.ts';

/** Fields whose value is the key of a project or space, and those that name one by a number no page tells. */
const keyFields = /^(?:project|space)_?key$/i;
const idFields = /^(?:project|space|entity|content)_?id$/i;
const linkFields = /^(?:link|url)$/i;
const projectInPath =
  /^\/rest\/(?:servicedesk\/1\/pages\/people\/customers\/pagination|api\/(?:2|3|latest)\/project)\/([^/]+)\//i;
/** An ARI of something inside a site: an issue, a page, a project. Those of a whole site name no container. */
const inside = /ari:cloud(?:-[a-z]+)*:[a-z-]+:[0-9a-f-]{36}:[a-z-]+\//i;

/**
 * The key of the project or space that a call names: in its path, in a field for it, or by a link to something in it. Null when
 * it names several, or one by an id only, which may be another than the page's. Undefined when it names none.
 */
export function containerIn(url: URL, body: Json, text: string | null): string | null | undefined {
  const keys = new Set<string>();
  let byId = inside.test(text ?? '');
  const add = (key: string | null | undefined): void => {
    if (key) keys.add(key.toUpperCase());
  };
  // Without recursion: a page chooses how deep a body is.
  const open: [name: string, value: Json][] = [['', body]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [name, value] = next;
    if (Array.isArray(value)) for (const item of value as readonly Json[]) open.push([name, item]);
    else if (isRecord(value)) for (const field of Object.entries(value)) open.push(field);
    else if (value !== null && idFields.test(name)) byId = true;
    else if (typeof value === 'string' && keyFields.test(name)) add(value);
    else if (typeof value === 'string' && linkFields.test(name) && URL.canParse(value))
      add(readRoute(new URL(value)).projectKey);
  }
  const inPath = projectInPath.exec(tidyPath(url.pathname))?.[1];
  if (inPath !== undefined && /^\d+$/.test(inPath)) byId = true;
  else add(inPath);
  const [only] = keys;
  if (keys.size === 1 && only !== undefined) return only;
  return keys.size > 1 || byId ? null : undefined;
}
