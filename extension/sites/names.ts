import { labelLanguage } from './label-match.ts';

/** English words that Atlassian puts around a name in labels (A: captured pages); other languages stay as they are. */
const before = /^(?:(?:More information about|Assignee:|Reporter:|Creator:|Author:|By) )+/;
const after = /(?:\s*- edit [A-Z][\w ]*|,? is (?:online|offline|away)| \((?:Unlicensed|Deactivated)\))+$/;

/** The name in a label, without the words around it; null when it names nobody ("Unassigned", "None", "Automatic"). */
export function nameIn(label: string | null | undefined): string | null {
  const name = (label ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(before, '')
    .replace(after, '')
    .replace(/^@/, '')
    .trim();
  if (name === '' || name.length > 120) return null;
  return isNobody(name) ? null : name;
}

/** The English values that stand where a name would; in other languages they are unknown, so an avatar is asked for too. */
export const isNobody = (text: string): boolean =>
  labelLanguage('nobody', text) !== null ||
  labelLanguage('unassigned', text) !== null ||
  labelLanguage('automatic', text) !== null;
