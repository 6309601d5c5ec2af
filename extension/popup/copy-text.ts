import { whomInWords } from '../../core/identity/index.ts';
import { productName } from '../../core/organization/index.ts';
import { stopIdOf } from '../../core/policy/index.ts';
import type { BrokenEntry, OutboxEntry } from '../platform/outbox.ts';
import { todoAlone } from '../words/act.ts';

/** What a kept thing holds, as a person would write it to IT in a mail. What nobody can read is given as it was kept. */
export function copyText(entry: OutboxEntry | BrokenEntry): string {
  if (entry.kind === 'broken') return entry.text;
  const { intent, siteHost, product } = entry.body;
  const lines = [`${todoAlone(intent)}${siteHost === null ? '' : ` on ${siteHost}`} (${entry.at})`];
  if (product !== null) lines.push(`App: ${productName(product)}`);
  if (entry.kind === 'request') {
    const { container, targets, reason } = entry.body;
    if (container !== null) lines.push(`Project or space: ${container}`);
    if (targets.length > 0) lines.push(`For: ${targets.map(whomInWords).join(', ')}`);
    lines.push(`Reason: ${reason}`);
  }
  const stopId = entry.body.stopId ?? (entry.kind === 'intent' ? stopIdOf(entry.body.id) : null);
  if (stopId !== null) lines.push(`Stop: ${stopId}`);
  if (entry.refused !== null) lines.push(`Not accepted: ${entry.refused}`);
  return lines.join('\n');
}
