import type { CheckAnswer, IntentOnPage } from '../../core/contract/messages/index.ts';
import { alwaysBlocked } from '../../core/policy/index.ts';
import { actAt, ofBlocked } from '../intents/of-blocked.ts';
import type { BlockedRequest } from '../platform/blocked-requests.ts';
import { blockingRule } from '../platform/dynamic-rules.ts';
import { notifyTab, tabsOf } from '../platform/notices.ts';
import { say, together } from '../words/say.ts';
import { stoppedWords } from '../words/stopped.ts';
import { deliverNow } from './ask-it.ts';
import { check } from './check.ts';
import { later } from './later.ts';
import { intentOfRule, isClosed, isClosedPage } from './network-rules.ts';
import { currentPolicy } from './policy.ts';
import { rememberChecked } from './prompts.ts';
import { explain } from './stopped.ts';

/** The same act of one tab within this time is told and judged once: a page in a loop is no reason for more. */
const SAME_ACT_MS = 15_000;

/** So many different acts of one tab are told in that time; nobody reads more, the rest is recorded only. */
const MOST_ACTS = 10;

/** So many addresses of one tab are compared with our rules in that time: each may take 0.1 s. */
const MOST_COMPARED = 10;

interface OfTab {
  readonly tab: string;
  readonly at: number;
}

/** When acts were last told, by tab and act. */
const told = new Map<string, OfTab>();

/** Which rule stops an address, by tab, method and address. */
const compared = new Map<string, OfTab & { readonly rule: Promise<number | null> }>();

/**
 * A request that a rule of some extension blocked. When it is one that our policy closes it is recorded, and the person is told on the
 * page what was stopped, by whose rule and under which number: no script of ours held it, so the page shows its own failure only.
 */
export async function blocked(request: BlockedRequest): Promise<void> {
  const policy = await currentPolicy();
  if (policy === null) return;
  // Ad blockers stop much on these pages; the policy is asked only about what stands in our tables.
  const closed = () => alwaysBlocked(policy.bundle, new Date().toISOString());
  const { sites } = policy.bundle.organization;
  const listed = ofBlocked(request.method, request.url, sites, {
    endpoint: (endpoint) => isClosed(endpoint, closed()),
    navigation: (navigation) => isClosedPage(navigation, closed()),
  });
  const rule = listed === null ? await ruleFor(request, Date.now()) : null;
  const intent = listed ?? (rule === null ? null : actAt(intentOfRule(rule), new URL(request.url), sites));
  if (intent === null) return;
  if (request.isPage && request.tabId !== null) return explain(request.tabId, request.url, intent);
  const act = actOf(tabOf(request), intent);
  const telling = newsOf(act, tabOf(request), Date.now());
  if (telling === 'told') return;
  // What nobody is told is recorded all the same, and the service is not asked about it: a page could make it be asked without end.
  const answer = await check(intent, telling === 'new' ? undefined : async () => null).catch((error: unknown) => {
    // The next try of the page is told, then.
    told.delete(act);
    throw error;
  });
  void deliverNow().catch(later);
  if (telling === 'too-many' || answer.decision.outcome !== 'block') return;
  await Promise.all((await tabsFor(request)).map((tabId) => tell(tabId, intent, answer)));
}

/** An act that the guard stopped in a frame, where a prompt could not be read: the page around it tells, as of the wall's stops. */
export async function stoppedInFrame(tabId: number, intent: IntentOnPage, answer: CheckAnswer): Promise<void> {
  const tab = String(tabId);
  // The guard reads whom an act names, and each stop has a number of its own; what the wall stops says neither.
  const act = JSON.stringify([actOf(tab, intent), intent.targets, answer.stopId]);
  if (newsOf(act, tab, Date.now()) === 'new') await tell(tabId, intent, overAlready(answer));
}

/** It was refused where it was tried. Whatever the rule lets people do, there is nothing left to go on with. */
const overAlready = ({ decision, ...rest }: CheckAnswer): CheckAnswer => ({
  ...rest,
  decision: {
    ...decision,
    outcome: 'block',
    prompt: decision.prompt && {
      ...decision.prompt,
      message: together(decision.prompt.message, say('stopped.in-frame')),
    },
  },
});

/** Where it is told: in its tab, or in those of who made it. */
async function tabsFor({ tabId, initiator }: BlockedRequest): Promise<readonly number[]> {
  if (tabId !== null) return [tabId];
  return initiator === null ? [] : tabsOf(initiator);
}

async function tell(tabId: number, intent: IntentOnPage, answer: CheckAnswer): Promise<void> {
  // The page may open the prompt about it, as about any act that was checked.
  await rememberChecked({ tabId, frameId: 0 }, intent, answer);
  const { mayAskIt } = answer.decision;
  await notifyTab(tabId, { notice: 'stopped', text: stoppedWords(intent, answer), intent: mayAskIt ? intent : null });
}

const tabOf = ({ tabId, initiator }: BlockedRequest): string => String(tabId ?? initiator);
const actOf = (tab: string, { intent, siteHost, product, cloudId, container }: IntentOnPage): string =>
  JSON.stringify([tab, intent, siteHost, product, cloudId, container]);

/** The rule of ours that stops a request; null too for one more address than a tab may have compared. */
async function ruleFor(request: BlockedRequest, at: number): Promise<number | null> {
  const tab = tabOf(request);
  const address = JSON.stringify([tab, request.method, ...request.url.split(/[?#]/, 1)]);
  const known = recent(compared, at).get(address);
  if (known) return known.rule;
  if (countOf(compared, tab) >= MOST_COMPARED) return null;
  const rule = blockingRule(request.method, request.url);
  compared.set(address, { tab, at, rule });
  return rule;
}

/** Without what is longer ago than one act lasts. */
function recent<T extends OfTab>(known: Map<string, T>, at: number): Map<string, T> {
  for (const [old, one] of known) if (at - one.at >= SAME_ACT_MS) known.delete(old);
  return known;
}

const countOf = (known: ReadonlyMap<string, OfTab>, tab: string): number =>
  [...known.values()].filter((one) => one.tab === tab).length;

/** Whether a tab is told of an act: it was just now, or of so many others that one more would not be read. */
function newsOf(act: string, tab: string, at: number): 'new' | 'told' | 'too-many' {
  if (recent(told, at).has(act)) return 'told';
  if (countOf(told, tab) >= MOST_ACTS) return 'too-many';
  told.set(act, { tab, at });
  return 'new';
}
