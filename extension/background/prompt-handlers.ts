import { changesWithTime, type Decision, strengthOf } from '../../core/policy/index.ts';
import { askedOf } from '../intents/asked-of.ts';
import { mayGoOnIn, tellPage } from '../platform/prompt-events.ts';
import { isBroughtToFront, openWindow } from '../platform/windows.ts';
import { say } from '../words/say.ts';
import { askAndFollow } from './ask-and-follow.ts';
import { deliverNow } from './ask-it.ts';
import { basisOfDecisions, preview } from './check.ts';
import { Failure } from './failure.ts';
import { later } from './later.ts';
import { currentPolicy } from './policy.ts';
import {
  checkedIn,
  forgetPrompt,
  forgetTab,
  keepPrompt,
  type Prompt,
  promptMovedFrom,
  promptOf,
  promptOver,
  spendPrompt,
  takePrompt,
} from './prompts.ts';
import { recordProceeding } from './records.ts';
import type { Handlers } from './route.ts';
import { sessionNow } from './session-now.ts';

type Prompting =
  | 'openPrompt'
  | 'dropPrompt'
  | 'promptUnshown'
  | 'promptContent'
  | 'promptAsk'
  | 'promptProceed'
  | 'promptClose'
  | 'promptHeight'
  | 'promptToWindow';

/** From an act that was stopped to what the person answered. The page is told how it ended and nothing of what was written. */
export const promptHandlers: Pick<Handlers, Prompting> = {
  async openPrompt({ intent, failure, scheme }, { frame }) {
    if (frame === null) throw new Failure('not-allowed', 'Only a page in a tab is prompted over.');
    const checked = failure === null ? await checkedIn(frame, intent) : null;
    if (failure === null && checked === null) throw new Failure('failed', say('failure.not-checked'));
    const token = crypto.randomUUID();
    await keepPrompt({
      token,
      over: frame,
      inTab: frame.tabId,
      takenBy: null,
      requestKey: crypto.randomUUID(),
      basis: await basisOfDecisions(),
      content: {
        intent,
        decision: checked?.decision ?? null,
        effect: checked?.effect ?? null,
        stopId: checked?.stopId ?? null,
        failure,
        scheme,
        draft: '',
      },
    });
    return { token };
  },
  async dropPrompt({ token }, { frame }) {
    await promptOver(token, frame);
    await forgetPrompt(token);
    return { dropped: true };
  },
  async promptUnshown({ token }, { frame }) {
    const prompt = await promptOver(token, frame);
    const isMoved = prompt.inTab !== prompt.over.tabId;
    if (!isMoved && prompt.takenBy !== null) return { moved: false };
    if (!isMoved || !(await isBroughtToFront(prompt.inTab))) await showInWindow(prompt, prompt.content.draft);
    return { moved: true };
  },

  async promptContent({ token }, { frame }) {
    const { content } = await takePrompt(token, frame);
    return { ...content, signedIn: (await sessionNow()) !== null };
  },
  async promptAsk({ token, reason }, { frame }) {
    const { requestKey, content } = await promptOf(token, frame);
    const { intent, decision, stopId } = content;
    if (decision === null) throw new Failure('not-allowed', say('failure.nothing-to-ask'));
    return askAndFollow({ key: requestKey, intent, reason, ...askedOf({ decision, stopId }) });
  },
  async promptProceed({ token, justification }, { frame }) {
    const prompt = await promptOf(token, frame);
    const { intent, decision, stopId } = prompt.content;
    const may = decision?.outcome === 'warn' || (decision?.outcome === 'justify' && justification !== null);
    if (decision === null || !may) throw new Failure('not-allowed', say('failure.may-not-go-on'));
    await requireSameDecision(prompt, decision);
    await requireWaiting(prompt);
    await spendPrompt(token);
    try {
      await recordProceeding(intent, decision, justification, stopId);
    } catch (error) {
      await keepPrompt(prompt);
      throw error;
    }
    void deliverNow().catch(later);
    await tellPage(prompt.over, { prompt: token, end: 'proceed' });
    return { told: true };
  },
  async promptClose({ token }, { frame }) {
    const { over } = await promptOf(token, frame);
    await spendPrompt(token);
    await tellPage(over, { prompt: token, end: 'closed' }).catch(goneAlready);
    return { told: true };
  },
  async promptHeight({ token, height }, { frame }) {
    const { over, takenBy } = await promptOf(token, frame);
    // In a window of its own there is nothing to fit.
    if (takenBy?.tabId === over.tabId) await tellPage(over, { prompt: token, height });
    return { told: true };
  },
  async promptToWindow({ token, draft: typed }, { frame }) {
    const moved = await promptMovedFrom(token, frame);
    if (moved !== null && (await isBroughtToFront(moved.inTab))) return { told: true };
    const prompt = moved ?? (await promptOf(token, frame));
    await showInWindow(prompt, moved?.content.draft ?? typed);
    return { told: true };
  },
};

/** Where no page reaches; whoever had taken the prompt before has it no more. */
const showInWindow = (prompt: Prompt, draft: string): Promise<void> =>
  openWindow(`prompt/index.html#${prompt.token}`, { width: 560, height: 720 }, (tabId) =>
    keepPrompt({ ...prompt, inTab: tabId, takenBy: null, content: { ...prompt.content, draft } }),
  );

/** A window that somebody closed without an answer is one: the page over which the prompt stood waits no longer. */
export async function tabClosed(tabId: number): Promise<void> {
  for (const { token, over } of await forgetTab(tabId))
    if (over.tabId !== tabId) await tellPage(over, { prompt: token, end: 'closed' }).catch(goneAlready);
}

/** Decides anew where policy, person or time may say something else by now: nobody goes on by what has become stricter, or was for others. */
async function requireSameDecision({ basis, content: { intent } }: Prompt, read: Decision): Promise<void> {
  const policy = (await currentPolicy())?.bundle.policy;
  const isSame = policy?.version === read.policyVersion && basis === (await basisOfDecisions());
  if (isSame && !changesWithTime(policy)) return;
  const { decision: now } = await preview(intent);
  if (now !== null && strengthOf[now.outcome] <= strengthOf[read.outcome]) return;
  const isOther = policy?.version !== read.policyVersion;
  throw new Failure('not-allowed', say(isOther ? 'failure.policy-changed' : 'failure.decision-changed'));
}

/** What would not go on is not recorded as gone on. */
async function requireWaiting({ token, over }: Prompt): Promise<void> {
  const mayGoOn = await mayGoOnIn(over, token).catch((cause: unknown) => {
    throw new Failure('not-allowed', say('failure.page-gone'), cause);
  });
  if (mayGoOn === undefined) throw new Failure('not-allowed', say('failure.page-gone'));
  if (!mayGoOn) throw new Failure('not-allowed', say('failure.page-changed'));
}

/** A page that is gone has nothing to close. */
const goneAlready = (error: unknown): void => console.info('Gatehouse: the page of a closed prompt is gone.', error);
