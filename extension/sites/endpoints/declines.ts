import { isRecord } from './body.ts';
import { concernsWorld, decides, wordsSaid } from './graphql-names.ts';
import { wordsOf } from './graphql-said.ts';
import type { Json } from './json.ts';
import { lettersOf } from './people-fields.ts';

/** What says whether something is given, by the last word of a field. */
const WHETHER =
  /^(?:decision|actions?|status|state|enabled|allowed|approved?|accept(?:ed)?|response|resolution|outcome|verdict)$/;
/** What may stand before it and says of what it is: any other word says that it is of something else (`commentsEnabled`). */
const OF_WHAT = /^(?:is|new|approval|review|request|access|public|shareable|anonymous|link|sharing)$/;
const TO_WHOM = /^(?:access(?:types?|levels?)|visibility|audience)$/;
const NO =
  /^(?:den(?:y|ied)|reject(?:ed)?|declined?|refused?|off|block(?:ed)?(?:_\w+)?|disabled?|none|no|false|0|revoked?|removed?|cancel(?:l?ed)?)$/i;
const INSIDE = /^(?:none|internal(?:_\w+)?|private|restricted|organi[sz]ation|org|site|licensed)$/i;
/** As deep as bodies are read. */
const DEEPEST = 12;

/** Whether what an operation is given says that nobody gets anything, though it may by its name: a request for access is denied. */
export function isDeclined(name: string, given: Json): boolean {
  const isPublic = concernsWorld(name);
  if (!isPublic && !decides(name)) return false;
  const own = wordsSaid(name);
  const isWhether = (field: string): boolean => {
    const words = wordsOf(field);
    return (
      WHETHER.test(words.at(-1) ?? '') && words.slice(0, -1).every((word) => OF_WHAT.test(word) || own.includes(word))
    );
  };
  const isToWhom = (field: string): boolean => TO_WHOM.test(lettersOf(field));
  return saysNo(given, isWhether, NO) || (isPublic && saysNo(given, isToWhom, INSIDE));
}

const saysNo = (given: Json, field: (name: string) => boolean, no: RegExp): boolean => {
  const said = answersIn(given, field, no, 0);
  return said.length > 0 && said.every((isNo) => isNo);
};

/** What each field says, as whether it is no. Of several records each says it for itself: one that says nothing is no no. */
function answersIn(value: Json, field: (name: string) => boolean, no: RegExp, depth: number): boolean[] {
  if (depth > DEEPEST) return [false];
  if (Array.isArray(value)) {
    const each = (value as readonly Json[]).map((one) => answersIn(one, field, no, depth + 1));
    return each.every((one) => one.length === 0) ? [] : each.flatMap((one) => (one.length > 0 ? one : [false]));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    field(name) ? textsOf(inside).map((text) => no.test(text)) : answersIn(inside, field, no, depth + 1),
  );
}

/** What a field says in one word or in several; what anything else stands for is not known. */
const textsOf = (value: Json): string[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value]).map((one) =>
    typeof one === 'object' ? '?' : String(one).trim(),
  );
