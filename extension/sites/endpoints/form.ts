import type { Json } from './body.ts';

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
export function formFields(text: string): Json {
  const root: Branch = { values: [], below: new Map() };
  for (const [name, value] of new URLSearchParams(text)) {
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
