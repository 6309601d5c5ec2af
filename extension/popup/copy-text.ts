import { stopIdOf } from '../../core/policy/index.ts';
import type { BrokenEntry, OutboxEntry } from '../platform/outbox.ts';
import { appName } from '../words/app.ts';
import { todo } from '../words/intent.ts';
import { whomWords } from '../words/people.ts';
import { say } from '../words/say.ts';

/** What a kept thing holds, as a person would write it to IT in a mail. What nobody can read is given as it was kept. */
export function copyText(entry: OutboxEntry | BrokenEntry): string {
  if (entry.kind === 'broken') return entry.text;
  const { intent, siteHost, product } = entry.body;
  const lines = [
    `${siteHost === null ? todo(intent) : say('copy.on-site', { act: todo(intent), site: siteHost })} (${entry.at})`,
  ];
  if (product !== null) lines.push(say('copy.app', { app: appName(product) }));
  if (entry.kind === 'request') {
    const { container, targets, reason } = entry.body;
    if (container !== null) lines.push(say('copy.container', { container }));
    if (targets.length > 0) lines.push(say('copy.for', { people: targets.map(whomWords).join(', ') }));
    lines.push(say('copy.reason', { reason }));
  }
  const stopId = entry.body.stopId ?? (entry.kind === 'intent' ? stopIdOf(entry.body.id) : null);
  if (stopId !== null) lines.push(say('copy.stop', { number: stopId }));
  if (entry.refused !== null) lines.push(say('copy.refused', { why: entry.refused }));
  return lines.join('\n');
}
