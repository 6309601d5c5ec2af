import type { CheckAnswer, IntentOnPage } from '../../../core/contract/messages/index.ts';
import { leastOf, MOST_WHOM } from '../../../core/identity/index.ts';
import type { Effect } from '../../../core/licence/index.ts';
import type { Decision, Outcome, StopId } from '../../../core/policy/index.ts';
import { actWords } from '../../words/act.ts';
import { type Line, seatAndCostLines } from '../../words/effect.ts';
import { factWords } from '../../words/fact.ts';
import { doing } from '../../words/intent.ts';
import { manyOf } from '../../words/people.ts';
import { knownOf, type PersonLine, personLines } from '../../words/person-lines.ts';
import { ruleOf } from '../../words/rule.ts';
import { say, together } from '../../words/say.ts';

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
  readonly whom: string;
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

/** What can be said of intents that are not about a seat of the app at hand. */
const ofIntent = [
  'start-app',
  'change-plan',
  'create-invite-link',
  'create-customer',
  'migrate-customer',
  'create-api-token',
  'make-public',
] as const;

function unknownEffect({ intent }: IntentOnPage): Line {
  const known = ofIntent.find((one) => one === intent);
  return { tone: 'plain', text: known ? say(`prompt.effect.${known}`) : say('prompt.effect-unknown') };
}

/** The prompt for a decision. Call it for decisions that stop something; `allow` has no prompt. */
export function promptModel(
  intent: IntentOnPage,
  { decision, effect, stopId }: CheckAnswer,
  isSignedIn = true,
): PromptModel {
  const outcome = decision.outcome === 'allow' ? 'warn' : decision.outcome;
  const prompt = decision.prompt;
  const rule = ruleOf(decision);
  const owner = rule?.owner ?? say('it');
  const tooMany = leastOf(intent.targets) > MOST_WHOM;
  return {
    outcome,
    title: titleOf(intent, outcome, decision.mayAskIt, owner),
    message: together(messageOf(decision), tooMany ? say('prompt.too-many', { most: MOST_WHOM }) : null),
    link: prompt?.link ?? null,
    stopped: stoppedWords(intent, effect),
    people: personLines(intent.targets, effect),
    whom: whomName(intent),
    rule: rule === null ? say('prompt.policy') : say('prompt.rule-of', rule),
    effect: effect === null ? [unknownEffect(intent)] : seatAndCostLines(effect),
    stopId,
    recorded: say(stopId === null ? 'prompt.unrecorded' : 'prompt.recorded'),
    owner,
    mayAskIt: decision.mayAskIt && !tooMany,
    signInFirst: decision.mayAskIt && !tooMany && !isSignedIn ? say('prompt.sign-in-first') : null,
  };
}

/** The prompt when the check itself failed: what is stopped, and what to do about it. */
export const failureModel = (intent: IntentOnPage, error: unknown): PromptModel => ({
  outcome: 'block',
  title: say('prompt.title.failed', { doing: doing(intent.intent) }),
  message: error instanceof Error ? error.message : say('prompt.failed.message'),
  link: null,
  stopped: stoppedWords(intent, null),
  people: personLines(intent.targets, null),
  whom: whomName(intent),
  rule: say('prompt.failed.rule'),
  effect: [{ tone: 'plain', text: say('prompt.failed.effect') }],
  stopId: null,
  recorded: say('prompt.failed.recorded'),
  owner: say('it'),
  mayAskIt: false,
  signInFirst: null,
});

const whomName = ({ targets }: IntentOnPage): string => say('prompt.people', { count: manyOf(targets) });

function titleOf(intent: IntentOnPage, outcome: PromptModel['outcome'], mayAskIt: boolean, owner: string): string {
  const what = { doing: doing(intent.intent) };
  if (outcome !== 'block') return say(`prompt.title.${outcome}`, what);
  return mayAskIt ? say('prompt.title.ask', { ...what, owner }) : say('prompt.title.refused', what);
}

/** A stop that rests on a missing fact says so: the person is not to think that they are known to break a rule. */
function messageOf({ prompt, reasons }: Decision): string {
  const missing = reasons.find(({ code }) => code === 'fact-missing');
  return together(prompt?.message, missing && factWords(['prompt'], missing));
}

function stoppedWords(intent: IntentOnPage, effect: Effect | null): string {
  const people = intent.targets.map((target) => ({ ...target, name: knownOf(target, effect)?.name ?? null }));
  return actWords({ ...intent, product: intent.product ?? effect?.product ?? null }, people);
}
