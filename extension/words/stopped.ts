import type { CheckAnswer, IntentOnPage } from '../../core/contract/messages/index.ts';
import { doing } from './intent.ts';
import { ruleOf } from './rule.ts';
import { say } from './say.ts';

/** What the network rules stopped, by whose rule, and how to speak about it with IT. */
export function stoppedWords(
  { intent, siteHost }: IntentOnPage,
  { decision, stopId }: Pick<CheckAnswer, 'decision' | 'stopId'>,
): string {
  const what = siteHost === null ? doing(intent) : say('stopped.on-site', { doing: doing(intent), site: siteHost });
  const rule = ruleOf(decision);
  return say('stopped.told', {
    what,
    rule: rule === null ? say('stopped.policy') : say('stopped.rule', rule),
    number: stopId === null ? say('stopped.unrecorded') : say('stopped.number', { number: stopId }),
    owner: rule?.owner ?? say('it'),
  });
}
