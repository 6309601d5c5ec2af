import { type LabelKey, labels, type Translations } from './labels.ts';

const tidyText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').replaceAll('’', "'").trim();

/** One spelling for comparison: composed, one kind of space, one kind of apostrophe, lower case. */
export const plainText = (text: string): string => tidyText(text).toLowerCase();

type Table = {
  readonly exact: Map<string, string>;
  readonly around: { before: string; after: string; language: string }[];
};

const english: Readonly<Partial<Record<LabelKey, string>>> = labels;
const tables = new Map<LabelKey, Table>();
let translations: Translations = {};

/** From now on these labels are known too. */
export function learnLabels(more: Translations): void {
  if (more === translations) return;
  translations = more;
  tables.clear();
}

function tableOf(key: LabelKey): Table {
  const known = tables.get(key);
  if (known) return known;
  const table: Table = { exact: new Map(), around: [] };
  for (const [language, label] of Object.entries({ en: english[key], ...translations[key] })) {
    if (label === undefined) continue;
    const text = plainText(label);
    const hole = text.indexOf('{}');
    if (hole >= 0) table.around.push({ before: text.slice(0, hole), after: text.slice(hole + 2), language });
    else if (!table.exact.has(text)) table.exact.set(text, language);
  }
  tables.set(key, table);
  return table;
}

/** The first language, English before others, in which `text` is the label `key`; null when it is in none that is known. */
export function labelLanguage(key: LabelKey, text: string): string | null {
  const wanted = plainText(text);
  if (wanted === '') return null;
  return tableOf(key).exact.get(wanted) ?? aroundOf(key, wanted)?.language ?? null;
}

const aroundOf = (key: LabelKey, wanted: string): Table['around'][number] | undefined =>
  tableOf(key).around.find(
    ({ before, after }) =>
      wanted.length > before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after),
  );

/** What stands in the hole of a label such as `Add people to {}`, as it is written; null when the text is another one. */
export function inHole(key: LabelKey, text: string): string | null {
  const wanted = plainText(text);
  const found = aroundOf(key, wanted);
  // A few letters are several in lower case: where there are any, capitals are lost.
  const written = tidyText(text).length === wanted.length ? tidyText(text) : wanted;
  return found ? written.slice(found.before.length, written.length - found.after.length) : null;
}

/** The first of `keys` that `text` is a label of, with its language. */
export function matchLabel<K extends LabelKey>(keys: readonly K[], text: string): { key: K; language: string } | null {
  for (const key of keys) {
    const language = labelLanguage(key, text);
    if (language) return { key, language };
  }
  return null;
}

/** Whether one of `keys` stands in `text`, with other words or without; not as the end of another word ("mitteilen" is no "teilen"). */
export function mentions(keys: readonly LabelKey[], text: string): boolean {
  const said = plainText(text);
  return keys
    .flatMap((key) => [...tableOf(key).exact.keys()])
    .some((label) =>
      said
        .split(label)
        .slice(0, -1)
        .some((before) => !/\p{Ll}$/u.test(before)),
    );
}
