import { oneLine } from './text.ts';

/** English words that Atlassian puts around a name in labels (A: captured pages); other languages stay as they are. */
const before = /^(?:(?:More information about|Filter assignees by|Assignee:|Reporter:|Creator:|Author:) )+/;
const after = /(?:\s*- edit [A-Z][\w ]*|,? is (?:online|offline|away)| \((?:Unlicensed|Deactivated)\))+$/;

/** The English values that stand where a name would; in other languages they are unknown, so an avatar is asked for too. */
const nobody = new Set(['none', 'unassigned', 'automatic']);

/** The name in a label, without the words around it; null when it names nobody. */
export function nameIn(label: string | null | undefined): string | null {
  const name = oneLine(label ?? '')
    .replace(before, '')
    .replace(after, '')
    .replace(/^@/, '')
    .trim();
  return name === '' || name.length > 120 || nobody.has(name.toLowerCase()) ? null : name;
}
