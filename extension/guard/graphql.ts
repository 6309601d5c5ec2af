import { eachItem, fromJson, indexOf, isArray, isObject, own } from './natives.ts';

/**
 * Whether a GraphQL body only reads, which its own text says: every operation has one, and none holds the word "mutation".
 * Answered in the page, so that the queries a page lives on do not wait. Whatever is doubtful is asked about: operations without
 * a text, and texts with escapes, which could spell the word.
 */
export function onlyReads(body: string | null): boolean {
  if (body === null || indexOf(body, 'mutation') >= 0 || indexOf(body, '\\u') >= 0) return false;
  const json = fromJson(body);
  if (!isArray(json)) return hasText(json);
  let all = json.length > 0;
  eachItem(json, (operation) => {
    all = all && hasText(operation);
  });
  return all;
}

function hasText(operation: unknown): boolean {
  const text = isObject(operation) ? own(operation, 'query') : undefined;
  return typeof text === 'string' && text !== '';
}
