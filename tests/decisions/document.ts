import { writeFileSync } from 'node:fs';
import { type DecisionTable, readSections, readTables } from './tables.ts';

/** The document beside the decisions that people took: what Gatehouse decides. */
export const documentPath = new URL('../../docs/decisions.md', import.meta.url);

/** All tables for people who read no YAML; in GitHub's Markdown. */
export function documentOf(tables: readonly DecisionTable[], sections: readonly string[]): string {
  const rows = tables.reduce((sum, { cases }) => sum + cases.length, 0);
  const areas = [...new Set(tables.map(({ file }) => file))];
  return [
    '# What Gatehouse decides',
    '',
    `${rows} decisions in ${tables.length} tables. Each row is a test: it runs in the core, over the service's HTTP API and inside the`,
    'extension. A dash stands for what is not known or not there. Written by `npm run docs` from `tests/decisions/*.yaml`; change the',
    'tables there.',
    '',
    '## Where each rule of the domain is proven',
    '',
    ...sections.map((section) => `- ${escaped(section)}: ${provenIn(section, tables).join(', ')}`),
    ...areas.flatMap((file) => [
      '',
      `## ${titleOf(file)}`,
      ...tables.filter((table) => table.file === file).flatMap(tableLines),
    ]),
    '',
  ].join('\n');
}

const titleOf = (file: string): string => file.replace('.yaml', '').replace(/^./, (first) => first.toUpperCase());

const provenIn = (section: string, tables: readonly DecisionTable[]): string[] =>
  tables
    .map(({ table, cases }) => ({ table, count: cases.filter((one) => one.section === section).length }))
    .filter(({ count }) => count > 0)
    .map(({ table, count }) => `[${escaped(table)}](#${anchorOf(table)}) (${count})`);

/** As GitHub makes them of headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function tableLines({ table, when, given, cases }: DecisionTable): string[] {
  const always = Object.keys(given).length > 0 ? factsIn(given) : [];
  return [
    '',
    `### ${escaped(table)}`,
    '',
    `When ${escaped(when)}.`,
    ...(always.length > 0 ? ['', `Given, unless a row says otherwise: ${always.join('; ')}.`] : []),
    '',
    '| Case | Given | Then | Because | Section |',
    '| --- | --- | --- | --- | --- |',
    ...cases.map(
      ({ name, given: own, expected, because, section }) =>
        `| ${[escaped(name), factsIn(own).join('<br>'), factsIn(expected).join('<br>'), escaped(because), escaped(section)].join(' | ')} |`,
    ),
  ];
}

/** Nested facts, a line each: "account.email: emma@acme.example". */
function factsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null))
    return value.flatMap((one, index) => factsIn(one, `${path}[${index + 1}]`));
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([name, part]) => factsIn(part, path === '' ? name : `${path}.${name}`));
  return [path === '' ? inWords(value) : `${escaped(path)}: ${inWords(value)}`];
}

const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join(', ');
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? 'nothing' : escaped(String(value));
};

/** Nothing in a table may look like markup. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');

if (import.meta.main) writeFileSync(documentPath, documentOf(readTables(), readSections()));
