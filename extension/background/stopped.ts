import { z } from 'zod';
import { CheckAnswer, IntentOnPage } from '../../core/contract/messages/index.ts';
import { alwaysBlocked, type Intent } from '../../core/policy/index.ts';
import { readable } from '../intents/of-navigation.ts';
import type { FramePlace } from '../platform/sender.ts';
import { slot } from '../platform/slot.ts';
import { turns } from '../platform/turns.ts';
import { goBackIn, isShownIn, showInTab, wasToShow } from '../platform/windows.ts';
import { check, preview } from './check.ts';
import { currentPolicy } from './policy.ts';

/** A page that the network rules stopped: what opening it would have done, and what the policy said of it once somebody asked. */
const Stopped = z.object({
  tabId: z.number().int(),
  /** For people to read. */
  address: z.string(),
  /** To open it again; null where it is very long. */
  url: z.string().nullable(),
  intent: IntentOnPage,
  answer: CheckAnswer.nullable(),
});
type Stopped = z.output<typeof Stopped>;

/** In session storage: the worker may die while somebody reads. One a tab, newest first. */
const kept = slot('session', 'stopped', z.array(Stopped));
const inTurn = turns();

/** Nobody reads more, and a site may open tabs and write long addresses. */
const MOST = 20;
const LONGEST = 300;
const LONGEST_URL = 4000;

const stoppedIn = async (tabId: number): Promise<Stopped | null> =>
  ((await kept.get()) ?? []).find((one) => one.tabId === tabId) ?? null;

const keep = (stopped: Stopped): Promise<void> =>
  inTurn(async () => {
    const others = ((await kept.get()) ?? []).filter(({ tabId }) => tabId !== stopped.tabId);
    await kept.set([stopped, ...others].slice(0, MOST));
  });

const PAGE = 'blocked/index.html';

/**
 * Shows in a tab why its page was stopped, in place of the browser's error. The stopped page stays in the tab's history: who goes
 * back from the explanation comes upon it again, and is led one further back.
 */
export async function explain(tabId: number, url: string, intent: IntentOnPage): Promise<void> {
  const whole = readable(new URL(url));
  const address = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
  const isAgain = (await isShownIn(tabId, PAGE)) && (await stoppedIn(tabId))?.address === address;
  if (!(await wasToShow(tabId, url))) return;
  if (isAgain) {
    const gone = await goBackIn(tabId).then(
      () => true,
      () => false,
    );
    if (gone) return;
  }
  await keep({ tabId, address, url: url.length > LONGEST_URL ? null : url, intent, answer: null });
  await showInTab(tabId, PAGE);
}

/**
 * What the explaining page says in its tab; null where nothing was stopped. Records the intent, once however often it is opened, and says
 * each time what is decided of it by then.
 */
export async function stopped(
  from: FramePlace | null,
): Promise<(Omit<Stopped, 'answer'> & { answer: CheckAnswer }) | null> {
  const known = from && (await stoppedIn(from.tabId));
  if (known === null) return null;
  const judged = { ...known, answer: await answerTo(known) };
  await keep(judged);
  // Who has access already is allowed the act, and its address stays closed for everybody: opening it would lead back here.
  return (await isClosed(known.intent.intent)) ? { ...judged, url: null } : judged;
}

async function isClosed(intent: Intent): Promise<boolean> {
  const policy = await currentPolicy();
  return policy !== null && alwaysBlocked(policy.bundle, new Date().toISOString()).includes(intent);
}

async function answerTo({ intent, answer }: Stopped): Promise<CheckAnswer> {
  if (answer === null) return check(intent);
  const { decision, effect } = await preview(intent);
  return decision === null ? answer : { decision, effect, stopId: answer.stopId };
}
