import type { Recognised } from './recognised.ts';

/** For people: context, then one line a person and a control. Page text is shown with control characters taken out. */
export function formatTable({ url, context, people, lists, controls }: Recognised): string {
  const facts = Object.entries(context).map(([name, value]) => [
    name,
    value === null ? 'unknown' : typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return [
    url,
    '',
    columns(facts),
    '',
    `${people.length} people`,
    columns(
      people.map((one) => [
        one.evidence,
        one.carrier,
        one.name ?? '–',
        one.id ?? (one.emailHash ? `md5 ${one.emailHash}` : '–'),
        one.viewer ? 'viewer' : one.badge ? 'badge' : '',
        one.path,
      ]),
    ),
    '',
    `${lists.length} lists with badges`,
    columns(lists.map(({ path, badges }) => [String(badges), path])),
    '',
    `${controls.length} controls`,
    columns(
      controls.map((one) => [
        one.evidence,
        one.carrier,
        one.intent,
        one.step,
        one.ships ? 'ships' : 'diagnosis only',
        one.label ?? '–',
        one.path,
        one.reason ?? '',
      ]),
    ),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map((cell) => cell.replace(/\p{C}/gu, ' ')));
  const widths = safe.reduce<number[]>((wide, row) => row.map((cell, at) => Math.max(wide[at] ?? 0, cell.length)), []);
  return safe.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}
