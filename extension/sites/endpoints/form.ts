import type { Json } from './json.ts';

/** What a field of a form holds, and the fields below its name. */
interface Branch {
  readonly values: string[];
  readonly below: Map<string, Branch>;
}

/** Names that go deeper end here, as they stand. */
const MOST_PARTS = 8;

/**
 * The fields of a form as the record they stand for: `users[0][email]`, `users.0.email` and `users[][email]` are an entry of a list
 * of users. A field that comes several times keeps all its values.
 */
export const formFields = (text: string): Json => recordOfFields(new URLSearchParams(text));

/** What a form sends as the guard reads it: texts by the names they have there. */
type Form = Readonly<Record<string, string | readonly string[]>>;

/** Whether a body is the fields of a form, one of which has a name that goes down. */
export const isForm = (json: Json): json is Form =>
  typeof json === 'object' &&
  json !== null &&
  !Array.isArray(json) &&
  Object.keys(json).some((name) => /[[.]/.test(name)) &&
  Object.values(json as object).every((value) => [value].flat().every((one) => typeof one === 'string'));

/** The same for the fields of a form that have been read already. */
export const nested = (form: Form): Json =>
  recordOfFields(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)));

function recordOfFields(fields: Iterable<readonly [name: string, value: string]>): Json {
  const root: Branch = { values: [], below: new Map() };
  for (const [name, value] of fields) {
    let branch = root;
    for (const part of partsOf(name)) {
      const next = branch.below.get(part) ?? { values: [], below: new Map() };
      branch.below.set(part, next);
      branch = next;
    }
    branch.values.push(value);
  }
  return recordOf(root.below);
}

/** The dot in an address is no step down. */
function partsOf(name: string): string[] {
  const [first = '', ...rest] = name.split(name.includes('@') ? /\]?\[|\]/ : /\]?[[.]|\]/);
  // What closes a bracket leaves an empty part at the end; `[]` is one that means the next of a list.
  const parts = [first, ...(name.endsWith(']') ? rest.slice(0, -1) : rest)];
  return parts.length <= MOST_PARTS ? parts : [name];
}

const recordOf = (below: Branch['below']): Json =>
  Object.fromEntries([...below].map(([name, branch]) => [name, held(branch)]));

function held({ values, below }: Branch): Json {
  if (below.size === 0) return values.length === 1 ? (values[0] ?? '') : values;
  const isList = [...below.keys()].every((name) => /^\d*$/.test(name));
  const inner = isList ? [...below.values()].map(held) : recordOf(below);
  return values.length === 0 ? inner : [...values, inner];
}
