import type { CheckAnswer, IntentOnPage } from '../../core/contract/messages.ts';
import { doing } from './intent.ts';

/** What the network rules stopped, by whose rule, and how to speak about it with IT. */
export function stoppedWords(
  { intent, siteHost }: IntentOnPage,
  { decision: { prompt }, stopId }: Pick<CheckAnswer, 'decision' | 'stopId'>,
): string {
  const where = siteHost === null ? '' : ` on ${siteHost}`;
  const rule = prompt === null ? 'your organization’s policy' : `the rule “${prompt.ruleName}” (${prompt.owner})`;
  const number =
    stopId === null ? 'No record was made of it.' : `Stop ${stopId}: give this number when you ask about it.`;
  return `${doing(intent)}${where} was stopped by ${rule}. Nothing was sent. ${number} Questions: ${prompt?.owner ?? 'IT'}.`;
}
