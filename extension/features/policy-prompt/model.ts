import type { CheckAnswer, IntentOnPage } from '../../../core/contract/messages.ts';
import { leastOf, MOST_WHOM } from '../../../core/identity/index.ts';
import type { Effect } from '../../../core/licence/index.ts';
import type { Decision, Intent, Outcome, StopId } from '../../../core/policy/index.ts';
import { actWords } from '../../words/act.ts';
import { type Line, seatAndCostLines } from '../../words/effect.ts';
import { doing } from '../../words/intent.ts';
import { isOne } from '../../words/people.ts';
import { knownOf, type PersonLine, personLines } from '../../words/person-lines.ts';

/** Everything a prompt says, as text. */
export interface PromptModel {
  readonly outcome: Exclude<Outcome, 'allow'>;
  readonly title: string;
  /** The rule's own words: why, and what to do instead. */
  readonly message: string;
  readonly link: string | null;
  readonly stopped: string;
  /** Everybody it aims at, with what is known: who cannot be read first. Empty when people act for themselves. */
  readonly people: readonly PersonLine[];
  /** What they are called. */
  readonly whom: 'Person' | 'People';
  readonly rule: string;
  readonly effect: readonly Line[];
  /** What its record is called, for IT to find it by; null when there is none. */
  readonly stopId: StopId | null;
  readonly recorded: string;
  /** Who answers questions about it: whoever owns the rule. */
  readonly owner: string;
  readonly mayAskIt: boolean;
  /** What to do before IT can be asked; null where it can be now. */
  readonly signInFirst: string | null;
}

const recorded =
  'Gatehouse records for IT that you tried this, when, and on which site. What is on the page is not recorded.';

const notSignedIn =
  'You are not signed in to Gatehouse, so IT cannot be asked yet. Open Gatehouse in the toolbar, sign in, then ask here.';

const unrecorded = 'Gatehouse made no record of this, so it has no number.';

const tooManyWords = `One request to IT names at most ${MOST_WHOM} people, and this is about more: choose fewer and ask in parts. Nothing was sent.`;

const unknownSeats = 'Seats and cost are not known right now.';

/** What can be said of intents that are not about a seat of the app at hand. */
const unknownEffect: Partial<Record<Intent, string>> = {
  'start-app': 'Not known. Free apps and trials can turn into a bill.',
  'change-plan': 'Not known. A higher plan costs more for everybody who has the app.',
  'create-invite-link': 'Not known. Everybody who opens the link takes a seat.',
  'create-customer': 'Customers take no seat.',
  'migrate-customer': 'Customers take no seat, with an Atlassian account either.',
  'create-api-token': 'No seat is taken.',
  'make-public': 'No seat is taken.',
};

/** The prompt for a decision. Call it for decisions that stop something; `allow` has no prompt. */
export function promptModel(
  intent: IntentOnPage,
  { decision, effect, stopId }: CheckAnswer,
  isSignedIn = true,
): PromptModel {
  const outcome = decision.outcome === 'allow' ? 'warn' : decision.outcome;
  const prompt = decision.prompt;
  const owner = prompt?.owner ?? 'IT';
  const tooMany = leastOf(intent.targets) > MOST_WHOM;
  return {
    outcome,
    title: titleOf(intent, outcome, decision.mayAskIt, owner),
    message: [messageOf(decision), tooMany ? tooManyWords : null].filter((text) => text !== null).join(' '),
    link: prompt?.link ?? null,
    stopped: stoppedWords(intent, effect),
    people: personLines(intent.targets, effect),
    whom: whomName(intent),
    rule: prompt === null ? 'Your organization’s policy' : `${prompt.ruleName} (${prompt.owner})`,
    effect:
      effect === null
        ? [{ tone: 'plain', text: unknownEffect[intent.intent] ?? unknownSeats }]
        : seatAndCostLines(effect),
    stopId,
    recorded: stopId === null ? unrecorded : recorded,
    owner,
    mayAskIt: decision.mayAskIt && !tooMany,
    signInFirst: decision.mayAskIt && !tooMany && !isSignedIn ? notSignedIn : null,
  };
}

/** The prompt when the check itself failed: what is stopped, and what to do about it. */
export const failureModel = (intent: IntentOnPage, error: unknown): PromptModel => ({
  outcome: 'block',
  title: `${doing(intent.intent)} could not be checked`,
  message: error instanceof Error ? error.message : 'Gatehouse could not ask your organization’s policy. Try again.',
  link: null,
  stopped: stoppedWords(intent, null),
  people: personLines(intent.targets, null),
  whom: whomName(intent),
  rule: 'None: nothing is let through unchecked',
  effect: [{ tone: 'plain', text: 'Not known.' }],
  stopId: null,
  recorded: 'Nothing was recorded.',
  owner: 'IT',
  mayAskIt: false,
  signInFirst: null,
});

const whomName = ({ targets }: IntentOnPage): PromptModel['whom'] => (isOne(targets) ? 'Person' : 'People');

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
  const people = intent.targets.map((target) => ({ ...target, name: knownOf(target, effect)?.name ?? null }));
  return actWords({ ...intent, product: intent.product ?? effect?.product ?? null }, people);
}
