import { parseAccountId } from '../../../core/identity/index.ts';
import { isRecord, textsIn } from './body.ts';
import type { Json } from './json.ts';

/** A field that is given something, or that stands right below a mutation. */
export interface GraphqlCall {
  readonly name: string;
  /** Whether no other field's result holds it. */
  readonly isStep: boolean;
  /** What it is given, or what the fields below one that is given nothing are; null when that is nothing. */
  readonly given: Json;
  /** Whether it is given a variable that a field of the same name had before: `literals` and `given` hold it there. */
  readonly isAgain: boolean;
}

/** What the text of a GraphQL document says. Comments and descriptions count for nothing. */
export interface GraphqlText {
  readonly isMutation: boolean;
  /** Whether a quotation mark stays open, or its variables stand for more people than anybody reads: it may say anything. */
  readonly isUnread: boolean;
  /** Every name in it, of types, fields and fragments, in their order. */
  readonly names: readonly string[];
  /** The fields, however deep, that are given something. */
  readonly called: readonly string[];
  /** Those of `called` that no other field's result holds, and every field right below a mutation. */
  readonly steps: readonly string[];
  /** The same fields, each with what it alone is given. */
  readonly calls: readonly GraphqlCall[];
  /** The types of the variables that are given to a field, by the name of the field. */
  readonly typesOf: ReadonlyMap<string, readonly string[]>;
  /** What is written into the text, or given to it by variables or what they are by default, under the names it has there. */
  readonly literals: readonly Json[];
  /** The variables that `literals` holds. */
  readonly used: ReadonlySet<string>;
}

/** Source: https://spec.graphql.org/October2021/#sec-Language.Source-Text. Commas are white space. Texts end where they stay open. */
const TOKEN =
  /#[^\n\r]*|"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:[^"\\\n\r]|\\.)*"?|[$@]|[_a-z]\w*|-?\d[\w.+-]*|[{}()[\]:=]/gi;
const CLOSED = /^"""[\s\S]*"""$|^"(?!"")(?:[^"\\\n\r]|\\.)*"$/;

/** How long the texts may be, in characters, that variables stand for where they are given to something else again. */
const MOST_AGAIN = 200_000;

/** An open bracket: a list, or whatever has names. */
interface Open {
  readonly name: string;
  readonly isList: boolean;
  /** The last field before it, and the field that is given what it holds, if any. */
  readonly after: string;
  readonly step: string | null;
  /** Whether it holds what a field gives back, what is only asked for, or no fields at all. */
  readonly isResult: boolean;
  /** The call that is given what it holds, if any. */
  readonly call: Called | null;
  readonly entries: [name: string, value: Json][];
}

/** A call while it is read. */
type Called = { -readonly [part in keyof GraphqlCall]: GraphqlCall[part] };

/** What is defined at the top of a document. */
const DEFINES = /^(?:query|mutation|subscription|fragment)$/;

/** Reads a document without recursion: a page chooses how deep it is. What is no GraphQL gives what can be read. */
export function readGraphql(text: string, variables: Json = null): GraphqlText {
  const { tokens, isOpen } = tokensIn(text);
  const given = isRecord(variables) ? variables : {};
  const { defaults, ...read } = readTokens(tokens, given);
  const said = Object.keys(defaults).length === 0 ? read : readTokens(tokens, { ...defaults, ...given });
  const unused = Object.entries(defaults).filter(([name]) => !said.used.has(name));
  const [root, ...open] = said.literals;
  return {
    ...said,
    isUnread: isOpen || said.isUnread,
    // What no use is found of counts under its own name.
    literals:
      unused.length === 0 ? said.literals : [{ ...(isRecord(root) && root), ...Object.fromEntries(unused) }, ...open],
  };
}

/** The tokens without comments. The sign of a variable belongs to the name behind it, whatever stands between. */
function tokensIn(text: string): { readonly tokens: readonly string[]; readonly isOpen: boolean } {
  const tokens: string[] = [];
  let isOpen = false;
  let sign = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    if (token === '$' || token === '@') sign = token;
    else if (token.startsWith('"') && !CLOSED.test(token)) {
      isOpen = true;
      tokens.push(...(token.match(/[_a-z]\w*/gi) ?? []));
    } else {
      tokens.push(/^[_a-z]/i.test(token) ? sign + token : token);
      sign = '';
    }
  }
  return { tokens, isOpen };
}

interface ReadTokens extends GraphqlText {
  /** What variables are where nothing is given to them. */
  readonly defaults: { readonly [name: string]: Json };
}

function readTokens(tokens: readonly string[], variables: { readonly [name: string]: Json }): ReadTokens {
  const names: string[] = [];
  const called: string[] = [];
  const steps: string[] = [];
  const calls: Called[] = [];
  const fragments = new Set<string>();
  const used = new Set<string>();
  const given = new Set<string>();
  const sizes = new Map<string, number>();
  const typeOf = new Map<string, string>();
  const usedBy = new Map<string, Set<string>>();
  const defaults = new Map<string, Json>();
  let again = 0;
  const open: Open[] = [{ name: '', isList: false, after: '', step: null, isResult: false, call: null, entries: [] }];
  let isMutation = false;
  let defined = '';
  /** The name before a colon, whose value comes; the last one without; the variable whose default may come. */
  let key: string | null = null;
  let last = '';
  let variable = '';
  const add = (value: Json): void => {
    if (key?.startsWith('=')) defaults.set(key.slice(1), value);
    else if (!isType()) open.at(-1)?.entries.push([key ?? '', value]);
    key = null;
  };
  /** What follows the name of a variable is its type. */
  const isType = (): boolean => key?.startsWith('$') === true || open.at(-1)?.name.startsWith('$') === true;
  const isResult = (): boolean => open.at(-1)?.isResult === true;
  const isDirective = (index: number): boolean => tokens[index - 1]?.startsWith('@') === true;
  /** Behind the arguments of a field stands its result; what a query or a part of something else asks for is one. */
  const opensResult = (index: number): boolean => {
    if (open.length > 1) return tokens[index - 1] === ')';
    return defined === 'fragment' ? !/mutation/i.test(last) : defined !== 'mutation';
  };
  /** The value of a variable stands where it is given to something, once for each such place however often it is called. */
  const give = (name: string): void => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const step = open.at(-1)?.step ?? null;
    if (step !== null) usedBy.set(step, (usedBy.get(step) ?? new Set()).add(name));
    if (value === undefined || (key === null && open.at(-1)?.isList !== true)) return;
    const at = [...open.slice(-3).map((bracket) => bracket.name), key, name].join(' ');
    const size = sizes.get(name) ?? textsIn(value).reduce((sum, text) => sum + text.length + 1, 0);
    sizes.set(name, size);
    if (used.has(name) && !given.has(at)) again += size;
    if (given.has(at) || again > MOST_AGAIN) {
      key = null;
      const call = open.at(-1)?.call;
      if (call) call.isAgain = true;
    } else add(value);
    used.add(name);
    given.add(at);
  };

  tokens.forEach((token, index) => {
    if (token === '{' || token === '(' || token === '[') {
      let call = open.at(-1)?.call ?? null;
      if (token === '(' && open.length > 1) {
        called.push(last);
        if (!isResult()) steps.push(last);
        if (!isDirective(index)) {
          call = { name: last, isStep: !isResult(), given: null, isAgain: false };
          calls.push(call);
        }
      } else if (token === '{' && open.length === 2 && tokens[index - 1] === calls.at(-1)?.name)
        call = calls.at(-1) ?? null;
      open.push({
        name: key ?? nameOfBracket(tokens[index - 1] ?? '', last, open.length === 1 && token === '{'),
        isList: token === '[',
        after: last,
        step: token === '(' && open.length > 1 ? last : (open.at(-1)?.step ?? null),
        isResult: token !== '{' || isResult() || opensResult(index),
        call,
        entries: [],
      });
      key = null;
    } else if (token === '}' || token === ')' || token === ']') {
      const closed = open.length > 1 ? open.pop() : undefined;
      key = closed?.name ?? null;
      if (closed !== undefined && closed.entries.length > 0) {
        const value = valueOfBracket(closed);
        add(value);
        if (closed.call !== null && closed.call !== open.at(-1)?.call) closed.call.given = value;
      }
      if (token === ')') last = closed?.after ?? '';
      key = null;
    } else if (token === '=') key = `=${variable.slice(1)}`;
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
      if (open.length === 1 && tokens[index - 1] === 'fragment') fragments.add(token);
      if (open.length === 2 && tokens[index + 1] !== ':' && !isResult() && !token.startsWith('$')) {
        steps.push(token);
        if (tokens[index + 1] !== '(') calls.push({ name: token, isStep: true, given: null, isAgain: false });
      }
      if (tokens[index + 1] === ':') key = token;
      else if (token.startsWith('$')) key = null;
      else {
        last = token;
        if (isType() && !typeOf.has(variable.slice(1))) typeOf.set(variable.slice(1), token);
        if (key !== null) add(token);
      }
    }
  });
  return {
    isMutation,
    isUnread: again > MOST_AGAIN,
    names,
    called,
    steps,
    // A fragment gives what its own fields give.
    calls: calls.filter(({ name, given }) => given !== null || !fragments.has(name)),
    typesOf: new Map([...usedBy].map(([step, given]) => [step, [...given].flatMap((name) => typeOf.get(name) ?? [])])),
    literals: open.flatMap((bracket) => valueOfBracket(bracket)),
    used,
    defaults: Object.fromEntries(defaults),
  };
}

/**
 * What a directive is given, the result of a field and what is defined stand apart from what the field is given, and are none of the
 * people that a field of its name would hold: fields stand there.
 */
const nameOfBracket = (before: string, last: string, isDefined: boolean): string =>
  before.startsWith('@') || before === ')' || (isDefined && !DEFINES.test(last)) ? `${last} { below }` : last;

/** A name that may pass as the id of an account. What a document calls something is a field, and nobody. */
const nameOfField = (name: string): string => (parseAccountId(name) === null ? name : `${name}:`);

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
    [...values].map(([name, several]) => [nameOfField(name), several.length === 1 ? (several[0] ?? null) : several]),
  );
}

/** The signs that an escape of one letter stands for; of any other letter, that letter. */
const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A text by GraphQL's own rules, which knows escapes that JSON does not (https://spec.graphql.org/draft/#sec-String-Value). */
const textOf = (token: string): string =>
  token.startsWith('"""')
    ? token.slice(3, -3).replaceAll('\\"""', '"""')
    : token
        .slice(1, -1)
        .replace(
          /\\(?:u\{0*([\da-f]{1,6})\}|u([\da-f]{4})|(.))/gi,
          (whole, long?: string, short?: string, letter?: string) => {
            const code = Number.parseInt(long ?? short ?? '', 16);
            if (letter !== undefined) return escaped[letter] ?? letter;
            return code > 0x10_ffff ? whole : String.fromCodePoint(code);
          },
        );
