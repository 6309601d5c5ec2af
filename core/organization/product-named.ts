import { type KnownKey, vocabulary } from './vocabulary.ts';

/** An app of which Gatehouse knows the name alone, as Atlassian's id wrote it. */
export type UnknownApp = `other:${string}`;

/** Names of apps have spaces where their ids have hyphens, and programs underlines. */
const idOf = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, '-');

const known: ReadonlyMap<string, KnownKey> = new Map(
  (Object.keys(vocabulary) as KnownKey[]).flatMap((key) =>
    [key, idOf(vocabulary[key].name), ...vocabulary[key].ids].map((id) => [id, key] as const),
  ),
);

/** Longer names are cut, and end in `~` to show it. */
const LONGEST = 80;

/** Blanks are `_`; every other sign that no key has keeps its number (`a/b` is `a~2f~b`), so that two names stay two. */
const spelled = (name: string): string =>
  name
    .replace(/\s/g, '_')
    .replace(/[^\p{L}\p{M}\p{N}._~-]/gu, (sign) => `~${(sign.codePointAt(0) ?? 0).toString(16)}~`) || '_';

/**
 * The app that an id or a name means, in whatever spelling: capitals, spaces around it, the `.ondemand` of bills. Whatever is not in the
 * vocabulary stays an unknown app by its own name; no name ever becomes the nearest app. Apart from the schema, so that scripts
 * in pages need no parser for it.
 */
export function productNamed(key: string): KnownKey | UnknownApp {
  const plain = key
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^other:/, '');
  const found = known.get(idOf(plain.replace(/\.ondemand$/, '')));
  if (found !== undefined) return found;
  const name = spelled(plain);
  return `other:${name.length > LONGEST ? `${name.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}~` : name}`;
}

/**
 * What people read of an app that Gatehouse does not know: its name as a page or Atlassian wrote it, in small letters. It undoes `spelled`,
 * but for signs that could end the quotation marks around a name, or hide or turn what stands beside them.
 */
export const unknownName = (app: UnknownApp): string =>
  app
    .slice('other:'.length)
    .replace(/(?<=[^_])_(?=[^_])/g, ' ')
    .replace(/~([0-9a-f]{2,5})~/g, (mark, hex: string, at: number, name: string) => {
      const sign = String.fromCodePoint(Number.parseInt(hex, 16));
      const end = at + mark.length;
      // Where a long name was cut, its last number may have lost its end.
      const isSign = spelled(sign) === mark && sign.normalize('NFKC') === sign && end < LONGEST;
      return isSign && (isPlain(sign) || isApostrophe(sign, name.slice(0, at), name.slice(end))) ? sign : mark;
    });

const isPlain = (sign: string): boolean => /^(?!\p{Quotation_Mark})[\p{P}\p{S}]$/u.test(sign);

/** As in `bob's`. */
const isApostrophe = (sign: string, before: string, after: string): boolean =>
  /['’]/.test(sign) && /\p{L}$/u.test(before) && /^\p{L}/u.test(after);

/** Owners of resources that are no apps: sites and organizations as such, and people. */
const noApps: ReadonlySet<string> = new Set(['platform', 'identity']);

/** As `productNamed` for the owner of an Atlassian resource (`ari:cloud:<owner>:…`); null when the resource is no app's. */
export const productOfOwner = (owner: string): KnownKey | UnknownApp | null =>
  noApps.has(owner.trim().toLowerCase()) ? null : productNamed(owner);

/** Names that are ordinary words too: a capital tells them apart, where nothing else asks for one. */
const ordinary: ReadonlySet<string> = new Set(
  (['goals', 'projects', 'assets', 'focus', 'talent', 'studio', 'analytics', 'compass', 'loom'] as const).map(
    (key) => vocabulary[key].name,
  ),
);

/** The app of the vocabulary that is called so; null for any other name, and for an ordinary word in small letters. */
export function appCalled(name: string): KnownKey | null {
  const app = productNamed(name);
  const isWord = ordinary.has(name.trim().replace(/^./u, (first) => first.toUpperCase()));
  return app.startsWith('other:') || (isWord && !startsBig(name.trim())) ? null : (app as KnownKey);
}

const startsBig = (word: string): boolean => /^\p{Lu}/u.test(word);

/** A longer name goes before the one it starts with. */
const names = Object.values(vocabulary)
  .map(({ name }) => name.split(' '))
  .sort((one, other) => other.length - one.length);

/** Scripts without blanks between words, and Korean: their words stand directly beside a name, as in `Confluenceに招待する`. */
const BESIDE = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');
const WORD = new RegExp(String.raw`([^\p{L}\p{N}()]*)([${BESIDE}]+|(?:(?![${BESIDE}])[\p{L}\p{N}()])+)`, 'gu');

/** A word of a text, and the signs between it and the one before; null before the first. */
interface Word {
  readonly text: string;
  readonly gap: string | null;
}

/**
 * The apps that a text names by their names, each once; null among them for a name that only starts like one, as Jira Align does. Names
 * of apps are not translated.
 */
export function appsNamedIn(text: string): (KnownKey | null)[] {
  const words = [...text.matchAll(WORD)].map(
    ([, gap = '', word = ''], index): Word => ({ text: word, gap: index === 0 ? null : gap }),
  );
  const found = new Set<KnownKey | null>();
  for (let at = 0; at < words.length; at += 1) {
    const name = names.find((parts) =>
      parts.every((part, index) => part.toLowerCase() === words[at + index]?.text.toLowerCase()),
    );
    if (name === undefined || (ordinary.has(name.join(' ')) && !isName(words, at))) continue;
    let end = at + name.length;
    while (words[end]?.gap === ' ' && startsBig(words[end]?.text ?? '')) end += 1;
    const called = words.slice(at, end).map(({ text }) => text);
    found.add(appCalled(called.length === name.length ? name.join(' ') : called.join(' ')));
    at = end - 1;
  }
  return [...found];
}

/** A capital that neither the start of a sentence nor a title of capitals asks for. */
function isName(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined || !startsBig(word.text) || /[.:!?–—]/.test(word.gap ?? ''))
    return false;
  return !startsBig(before.text) || before.text === 'Atlassian' || /[,&+/]/.test(word.gap ?? '');
}
