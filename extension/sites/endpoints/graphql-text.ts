import type { Json } from './body.ts';

/** What the text of a GraphQL document says. Comments and descriptions count for nothing. */
export interface GraphqlText {
  readonly isMutation: boolean;
  /** Every name in it, of types, fields and fragments, in their order. */
  readonly names: readonly string[];
  /** The fields right below an operation or a fragment that are given something. */
  readonly called: readonly string[];
  /** What is written into the text instead of into variables, under the names it has there. */
  readonly literals: Json;
}

/** Source: https://spec.graphql.org/October2021/#sec-Language.Source-Text. Commas are white space. */
const TOKEN = /#[^\n\r]*|"""(?:\\"""|[\s\S])*?"""|"(?:[^"\\\n\r]|\\.)*"|\$?[_a-z]\w*|-?\d[\w.+-]*|[{}()[\]:=]/gi;

/** An open bracket: a list, or whatever has names. */
interface Open {
  readonly name: string;
  readonly isList: boolean;
  readonly entries: [name: string, value: Json][];
}

/** Reads a document in one pass and without recursion: a page chooses how deep it is. What is no GraphQL gives what can be read. */
export function readGraphql(text: string): GraphqlText {
  const names: string[] = [];
  const called: string[] = [];
  const open: Open[] = [{ name: '', isList: false, entries: [] }];
  let isMutation = false;
  /** The name before a colon, whose value comes; the last one without; the variable whose default may come. */
  let key: string | null = null;
  let last = '';
  let variable = '';
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => token).filter((token) => !token.startsWith('#'));
  const add = (value: Json): void => {
    const top = open.at(-1);
    // What follows the name of a variable is its type.
    if (top !== undefined && !key?.startsWith('$') && !top.name.startsWith('$')) top.entries.push([key ?? '', value]);
    key = null;
  };

  tokens.forEach((token, index) => {
    if (token === '{' || token === '(' || token === '[') {
      if (token === '(' && open.length === 2) called.push(last);
      open.push({ name: key ?? last, isList: token === '[', entries: [] });
      key = null;
    } else if (token === '}' || token === ')' || token === ']') {
      const closed = open.length > 1 ? open.pop() : undefined;
      key = closed?.name ?? null;
      if (closed !== undefined && closed.entries.length > 0) add(valueOfBracket(closed));
      key = null;
    } else if (token === '=') key = variable.slice(1);
    else if (token.startsWith('"')) add(textOf(token));
    else if (/^[-\d]/.test(token)) add(token);
    else if (/^\w|^\$/.test(token)) {
      names.push(token);
      if (token.startsWith('$')) variable = token;
      if (open.length === 1 && token === 'mutation') isMutation = true;
      if (tokens[index + 1] === ':') key = token;
      else if (token.startsWith('$')) key = null;
      else {
        last = token;
        if (key !== null) add(token);
      }
    }
  });
  return { isMutation, names, called, literals: open.flatMap((bracket) => valueOfBracket(bracket)) };
}

/** A name that comes several times has all its values. */
function valueOfBracket({ isList, entries }: Open): Json {
  if (isList) return entries.map(([, value]) => value);
  const values = new Map<string, Json[]>();
  for (const [name, value] of entries) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(
    [...values].map(([name, several]) => [name, several.length === 1 ? (several[0] ?? null) : several]),
  );
}

function textOf(token: string): string {
  if (token.startsWith('"""')) return token.slice(3, -3).replaceAll('\\"""', '"""');
  try {
    return JSON.parse(token) as string;
  } catch {
    return token.slice(1, -1); // An escape that JSON has not: as it stands.
  }
}
