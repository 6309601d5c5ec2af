import { whomInWords } from '../../core/identity/index.ts';
import type { BrokenEntry, OutboxEntry } from '../platform/outbox.ts';
import { todo } from '../words/intent.ts';

/** What a kept thing holds, as a person would write it to IT in a mail. What nobody can read is given as it was kept. */
export function copyText(entry: OutboxEntry | BrokenEntry): string {
  if (entry.kind === 'broken') return entry.text;
  const { body } = entry;
  const lines = [
    `${todo(body.intent).replace(/( to|:| for| with)$/, '')}${body.siteHost === null ? '' : ` on ${body.siteHost}`} (${entry.at})`,
  ];
  if (entry.kind === 'request') {
    const people = entry.body.targets.map(whomInWords);
    if (people.length > 0) lines.push(`For: ${people.join(', ')}`);
    lines.push(`Reason: ${entry.body.reason}`);
  }
  if (entry.refused !== null) lines.push(`Not accepted: ${entry.refused}`);
  return lines.join('\n');
}
