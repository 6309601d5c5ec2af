import { isRecord } from './body.ts';
import type { Json } from './json.ts';

/** What the text of a GraphQL document says. Comments and descriptions count for nothing. */
export interface GraphqlText {
  readonly isMutation: boolean;
  /** Every name in it, of types, fields and fragments, in their order. */
  readonly names: readonly string[];
  /** The fields, however deep, that are given something. */
  readonly called: readonly string[];
  /** Those of `called` that no other field's result holds, and every field right below a mutation. */
  readonly steps: readonly string[];
  /** What is written into the text, or given to it by variables, under the names it has there. */
  readonly literals: Json;
  /** The variables that `literals` holds. */
  readonly used: ReadonlySet<string>;
}

/** Source: https://spec.graphql.org/October2021/#sec-Language.Source-Text. Commas are white space. */
const TOKEN = /#[^\n\r]*|"""(?:\\"""|[\s\S])*?"""|"(?:[^"\\\n\r]|\\.)*"|[$@]?[_a-z]\w*|-?\d[\w.+-]*|[{}()[\]:=]/gi;

/** An open bracket: a list, or whatever has names. */
interface Open {
  readonly name: string;
  readonly isList: boolean;
  /** Whether it holds what a field gives back, what is only asked for, or no fields at all. */
  readonly isResult: boolean;
  readonly entries: [name: string, value: Json][];
}

/** What is defined at the top of a document. */
const DEFINES = /^(?:query|mutation|subscription|fragment)$/;

/** Reads a document in one pass and without recursion: a page chooses how deep it is. What is no GraphQL gives what can be read. */
export function readGraphql(text: string, variables: Json = null): GraphqlText {
  const names: string[] = [];
  const called: string[] = [];
  const steps: string[] = [];
  const used = new Set<string>();
  const given = new Set<string>();
  const open: Open[] = [{ name: '', isList: false, isResult: false, entries: [] }];
  let isMutation = false;
  let defined = '';
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
  const isResult = (): boolean => open.at(-1)?.isResult === true;
  /** Behind the arguments of a field stands its result; what a query or a part of something else asks for is one. */
  const opensResult = (index: number): boolean => {
    if (open.length > 1) return tokens[index - 1] === ')';
    return defined === 'fragment' ? !/mutation/i.test(last) : defined !== 'mutation';
  };
  /** The value of a variable stands where it is given to something, once for each such place however often it is called. */
  const give = (name: string): void => {
    const value = isRecord(variables) ? variables[name] : undefined;
    if (value === undefined || (key === null && open.at(-1)?.isList !== true)) return;
    used.add(name);
    const at = [...open.slice(-3).map((bracket) => bracket.name), key, name].join(' ');
    if (given.has(at)) key = null;
    else add(value);
    given.add(at);
  };

  tokens.forEach((token, index) => {
    if (token === '{' || token === '(' || token === '[') {
      if (token === '(' && open.length > 1) {
        called.push(last);
        if (!isResult()) steps.push(last);
      }
      open.push({
        name: key ?? nameOfBracket(tokens[index - 1] ?? '', last),
        isList: token === '[',
        isResult: token !== '{' || isResult() || opensResult(index),
        entries: [],
      });
      key = null;
    } else if (token === '}' || token === ')' || token === ']') {
      const closed = open.length > 1 ? open.pop() : undefined;
      key = closed?.name ?? null;
      if (closed !== undefined && closed.entries.length > 0) add(valueOfBracket(closed));
      if (token === ')') last = closed?.name ?? '';
      key = null;
    } else if (token === '=') key = variable.slice(1);
    else if (token.startsWith('"')) add(textOf(token));
    else if (/^[-\d]/.test(token)) add(token);
    else if (/^\w|^\$/.test(token)) {
      names.push(token);
      if (token.startsWith('$')) {
        variable = token;
        give(token.slice(1));
      }
      if (open.length === 1 && DEFINES.test(token) && !DEFINES.test(tokens[index - 1] ?? '')) defined = token;
      if (open.length === 1 && token === 'mutation') isMutation = true;
      if (open.length === 2 && tokens[index + 1] !== ':' && !isResult() && !token.startsWith('$')) steps.push(token);
      if (tokens[index + 1] === ':') key = token;
      else if (token.startsWith('$')) key = null;
      else {
        last = token;
        if (key !== null) add(token);
      }
    }
  });
  return { isMutation, names, called, steps, literals: open.flatMap((bracket) => valueOfBracket(bracket)), used };
}

/** What a directive is given, and the result of a field, stand apart from what the field is given. */
const nameOfBracket = (before: string, last: string): string =>
  before.startsWith('@') || before === ')' ? `${last} {}` : last;

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
