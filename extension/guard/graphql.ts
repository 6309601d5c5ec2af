import { eachItem, eachName, fromJson, indexOf, isArray, isObject, matches, own } from './natives.ts';

/**
 * What the names and people of everything that gives access have, as `sites/endpoints/graphql.ts` reads it, and signs that no plain
 * text has. A test holds that nothing without any of it is recognised there.
 */
const telling =
  /[^\t\n\r -?A-~]|mail|invit|shar|grant|join|collab|entitle|provision|enrol|onboard|purchas|access|member|role|permission|guest|licen|seat|trial|public|user|mate|agent|customer|people|person|token|contribut|anonymous|activat|upgrad|start|[a-z_]admin|(?:add|set|mak|assign)\w{0,24}owner|(?:chang|switch|convert|mov|select|choos)\w{0,24}(?:plan|edition|premium|standard|enterprise)|(?:set|updat)\w{0,24}edition|enabl\w{0,4}(?:premium|enterprise)|(?:plac|confirm|submit|complet)\w{0,24}(?:order|checkout)|try_?(?:product|app|premium|standard|enterprise)|buy|any_?(?:one|body)\w{0,12}link|(?:request|ask|apply)\w{0,24}product|order_?(?:product|app|subscription)|(?:add|creat|enabl)\w{0,4}(?:product|site)|api_?key|(?:add|approv|allow)\w{0,16}domain|sign_?up|\b\w{301,}(?![\w"=+/-])/i;

/**
 * Whether a GraphQL body gives nobody anything, which its own text says: every operation has one, and the body holds the word
 * "mutation" nowhere, or nothing that tells of people and access. Answered in the page, so that what a page lives on does not wait,
 * and what it saves while it is left is not lost. Whatever is doubtful is asked about: operations without a text or with
 * anything beside what operations have, which may be another one, and texts with escapes, which could spell the word.
 */
export function givesNothing(body: string | null): boolean {
  if (body === null || indexOf(body, '\\u') >= 0) return false;
  if (indexOf(body, 'mutation') >= 0 && matches(telling, body)) return false;
  const json = fromJson(body);
  if (!isArray(json)) return isInItsText(json);
  let all = json.length > 0;
  eachItem(json, (operation) => {
    all = all && isInItsText(operation);
  });
  return all;
}

const PARTS = /^(?:query|variables|operationName|extensions)$/;

/** Whether all that an operation does stands in its text. */
function isInItsText(operation: unknown): boolean {
  if (!isObject(operation)) return false;
  const text = own(operation, 'query');
  let isAll = typeof text === 'string' && text !== '';
  eachName(operation, (name) => {
    isAll = isAll && matches(PARTS, name);
  });
  return isAll;
}
