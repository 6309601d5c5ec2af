import type { IntentOnPage } from '../../../core/contract/messages.ts';
import type { Effect } from '../../../core/licence/index.ts';
import { productName } from '../../../core/organization/index.ts';
import type { Decision, Intent, Outcome } from '../../../core/policy/index.ts';
import { effectLines, type Line } from '../../words/effect.ts';
import { doing, todo } from '../../words/intent.ts';
import { listNames } from '../../words/list.ts';

/** Everything a prompt says, as text. */
export interface PromptModel {
  readonly outcome: Exclude<Outcome, 'allow'>;
  readonly title: string;
  /** The rule's own words: why, and what to do instead. */
  readonly message: string;
  readonly link: string | null;
  readonly stopped: string;
  readonly rule: string;
  readonly effect: readonly Line[];
  readonly recorded: string;
  readonly mayAskIt: boolean;
}

const recorded =
  'Gatehouse records for IT that you tried this, when, and on which site. What is on the page is not recorded.';

const unknownSeats = 'Seats and cost are not known right now.';

/** What can be said of intents that are not about a seat of the app at hand. */
const unknownEffect: Partial<Record<Intent, string>> = {
  'start-app': 'Not known. Free apps and trials can turn into a bill.',
  'create-invite-link': 'Not known. Everybody who opens the link takes a seat.',
  'create-customer': 'Customers take no seat.',
  'migrate-customer': 'Customers take no seat, with an Atlassian account either.',
  'create-api-token': 'No seat is taken.',
  'make-public': 'No seat is taken.',
};

/** The prompt for a decision. Call it for decisions that stop something; `allow` has no prompt. */
export function promptModel(intent: IntentOnPage, decision: Decision, effect: Effect | null): PromptModel {
  const outcome = decision.outcome === 'allow' ? 'warn' : decision.outcome;
  const prompt = decision.prompt;
  const owner = prompt?.owner ?? 'IT';
  return {
    outcome,
    title: titleOf(intent, outcome, decision.mayAskIt, owner),
    message: messageOf(decision),
    link: prompt?.link ?? null,
    stopped: stoppedWords(intent, effect),
    rule: prompt === null ? 'Your organization’s policy' : `${prompt.ruleName} (${prompt.owner})`,
    effect:
      effect === null ? [{ tone: 'plain', text: unknownEffect[intent.intent] ?? unknownSeats }] : effectLines(effect),
    recorded,
    mayAskIt: decision.mayAskIt,
  };
}

/** The prompt when the check itself failed: what is stopped, and what to do about it. */
export const failureModel = (intent: IntentOnPage, error: unknown): PromptModel => ({
  outcome: 'block',
  title: `${doing(intent.intent)} could not be checked`,
  message: error instanceof Error ? error.message : 'Gatehouse could not ask your organization’s policy. Try again.',
  link: null,
  stopped: stoppedWords(intent, null),
  rule: 'None: nothing is let through unchecked',
  effect: [{ tone: 'plain', text: 'Not known.' }],
  recorded: 'Nothing was recorded.',
  mayAskIt: false,
});

function titleOf(intent: IntentOnPage, outcome: PromptModel['outcome'], mayAskIt: boolean, owner: string): string {
  const what = doing(intent.intent);
  if (outcome === 'warn') return `${what}: please check first`;
  if (outcome === 'justify') return `${what} needs a reason`;
  return mayAskIt ? `${what} goes through ${owner}` : `${what} is not allowed here`;
}

/** A stop that rests on a missing fact says so: the person is not to think that they are known to break a rule. */
function messageOf({ prompt, reasons }: Decision): string {
  const missing = reasons.find(({ code }) => code === 'fact-missing');
  return [prompt?.message, missing?.text].filter((text) => text !== undefined).join(' ');
}

function stoppedWords(intent: IntentOnPage, effect: Effect | null): string {
  const named = intent.targets.map(
    (target) =>
      target.email ??
      effect?.targets.find(({ accountId }) => accountId === target.accountId)?.name ??
      'somebody picked',
  );
  const product = intent.product ?? effect?.product ?? null;
  const place = [product === null ? null : productName(product), intent.siteHost]
    .filter((part) => part !== null)
    .join(' on ');
  const what =
    named.length === 0
      ? todo(intent.intent).replace(/( to|:| for| with)$/, '')
      : `${todo(intent.intent)} ${listNames(named)}`;
  return place === '' ? what : `${what} · ${place}`;
}
