import { recordsIn } from './body.ts';
import { concernsWorld, decides } from './graphql-names.ts';
import type { Json } from './json.ts';
import { lettersOf } from './people-fields.ts';

/** What says whether something is given, and what to whom of the world. */
const WHETHER =
  /(?:decision|actions?|status|state|enabled|allowed|approved?|accept(?:ed)?|response|resolution|outcome|verdict)$/;
const TO_WHOM = /^(?:access(?:types?|levels?)|visibility|audience|scope)$/;
const NO =
  /^(?:den(?:y|ied)|reject(?:ed)?|declined?|refused?|off|block(?:ed)?(?:_\w+)?|disabled?|none|no|false|0|revoked?|removed?|cancel(?:l?ed)?)$/i;
const INSIDE = /^(?:none|internal(?:_\w+)?|private|restricted|organi[sz]ation|org|site|licensed)$/i;

/** Whether what an operation is given says that nobody gets anything, though it may by its name: a request for access is denied. */
export function isDeclined(name: string, given: Json): boolean {
  const isPublic = concernsWorld(name);
  if (!isPublic && !decides(name)) return false;
  const said = recordsIn(given).flatMap((record) => Object.entries(record));
  const says = (field: RegExp, no: RegExp): boolean => {
    const texts = said.filter(([key]) => field.test(lettersOf(key))).flatMap(([, value]) => textsOf(value));
    return texts.length > 0 && texts.every((text) => no.test(text));
  };
  return says(WHETHER, NO) || (isPublic && says(TO_WHOM, INSIDE));
}

/** What a field says in one word or in several; what anything else stands for is not known. */
const textsOf = (value: Json): string[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value]).map((one) =>
    typeof one === 'object' ? '?' : String(one).trim(),
  );
