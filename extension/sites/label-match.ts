import { type LabelKey, labels, type Translations } from './labels.ts';

/** One spelling for comparison: composed, one kind of space, one kind of apostrophe, lower case. */
export const plainText = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').replaceAll('’', "'").trim().toLowerCase();

type Table = {
  readonly exact: Map<string, string>;
  readonly around: { before: string; after: string; language: string }[];
};

const english: Readonly<Partial<Record<LabelKey, string>>> = labels;
const tables = new Map<LabelKey, Table>();
let translations: Translations = {};

/** From now on these labels are known too. */
export function learnLabels(more: Translations): void {
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
  const { exact, around } = tableOf(key);
  const found = exact.get(wanted);
  if (found) return found;
  for (const { before, after, language } of around) {
    const room = wanted.length > before.length + after.length;
    if (room && wanted.startsWith(before) && wanted.endsWith(after)) return language;
  }
  return null;
}

/** The first of `keys` that `text` is a label of, with its language. */
export function matchLabel<K extends LabelKey>(keys: readonly K[], text: string): { key: K; language: string } | null {
  for (const key of keys) {
    const language = labelLanguage(key, text);
    if (language) return { key, language };
  }
  return null;
}
