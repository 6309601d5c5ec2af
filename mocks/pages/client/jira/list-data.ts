import type { Issue } from '../../page-data.ts';
import { data } from '../kit/data.ts';

const verbs = ['Check', 'Write', 'Move', 'Review', 'Test', 'Draw', 'Describe', 'Measure', 'Repair'];
const things = [
  'the price table',
  'the sign-up form',
  'the release notes',
  'the partner page',
  'the search field',
  'the mail template',
  'the footer',
  'the export',
];
const kinds: readonly Issue['kind'][] = ['story', 'task', 'bug'];
const columns: readonly Issue['column'][] = ['To do', 'In progress', 'Done'];
const priorities: readonly Issue['priority'][] = ['medium', 'low', 'high'];

export const listLength = 520;

const ids = Object.keys(data.people);
const pick = <T>(values: readonly T[], n: number, otherwise: T): T => values[n % values.length] ?? otherwise;

/** Entry `index` of the list: the board's issues first, then made-up ones that are the same every time. */
export function listIssue(index: number): Issue {
  const known = data.issues[index];
  if (known) return known;
  return {
    key: `ACME-${index + 1}`,
    summary: `${pick(verbs, index * 5, 'Check')} ${pick(things, index * 3 + 1, 'it')}`,
    kind: pick(kinds, index, 'task'),
    column: pick(columns, index * 7 + 1, 'To do'),
    priority: pick(priorities, index * 5, 'medium'),
    assignee: index % 11 === 0 ? null : pick(ids, index * 7, data.viewer.id),
    reporter: pick(ids, index * 13 + 5, data.viewer.id),
    label: 'Launch',
  };
}
