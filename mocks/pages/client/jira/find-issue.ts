import type { Issue } from '../../page-data.ts';
import { data } from '../kit/data.ts';
import { listIssue, listLength } from './list-data.ts';

/** An issue by its key: of the board, of the list, or a request of the help desk. */
export function findIssue(key: string): Issue | undefined {
  const number = Number(/^ACME-(\d+)$/.exec(key)?.[1]);
  if (number >= 1 && number <= listLength) return listIssue(number - 1);
  const ticket = data.tickets.find((candidate) => candidate.key === key);
  if (!ticket) return undefined;
  const { summary, assignee, reporter, status } = ticket;
  const column = status === 'In progress' ? 'In progress' : 'To do';
  return { key, summary, assignee, reporter, column, kind: 'task', priority: 'medium', label: 'Help desk' };
}
