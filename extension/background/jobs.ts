import { notify } from '../platform/notices.ts';
import { hasHostAccess } from '../platform/permissions.ts';
import { markToolbar } from '../platform/toolbar.ts';
import { newsOf } from '../words/request.ts';
import { say } from '../words/say.ts';
import { deliverNow } from './ask-it.ts';
import { enforce } from './enforce.ts';
import { currentPolicy, refreshPolicy } from './policy.ts';
import { outbox, recordFurther } from './records.ts';
import { isWorthLooking, refreshRequests } from './requests.ts';
import { sessionNow } from './session-now.ts';

/** The policy is asked for again when it is older than this. */
const POLICY_AGE_MS = 55_000;

/** Reads the policy, closes what it closes on the network and tells open pages when it is another one. */
export async function updatePolicy(): Promise<void> {
  const changed = await refreshPolicy();
  await enforce();
  if (changed) await notify({ notice: 'policy-changed' });
}

/** Learns where the person's requests stand and tells open pages what moved. */
export async function updateRequests(): Promise<void> {
  const { changed, moved } = await refreshRequests();
  if (changed) await notify({ notice: 'requests-changed' });
  const me = (await sessionNow())?.me ?? null;
  for (const request of moved) {
    const news = newsOf(request, me);
    if (news) await notify({ notice: 'request-news', ...news });
  }
}

/**
 * What the alarm and each wake-up do. Every part stands alone: one that fails is tried again at the next tick, and the
 * wall of network rules is put in place first, without any network.
 */
export async function tick(): Promise<void> {
  await attempt('network rules', enforce);
  await attempt('records of further acts', recordFurther);
  const session = await sessionNow();
  if (session !== null) {
    const policy = await currentPolicy();
    const age = policy === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(policy.fetchedAt);
    if (age > POLICY_AGE_MS) await attempt('policy', updatePolicy);
    const sent = await attempt('delivery', deliverWaiting);
    if (sent === true || (await isWorthLooking(Date.now()))) await attempt('requests', updateRequests);
  }
  await attempt('toolbar', showState);
}

/** @returns whether a request was sent, which then stands somewhere */
async function deliverWaiting(): Promise<boolean> {
  if (!(await outbox.all()).some(({ refused }) => refused === null)) return false;
  const fates = await deliverNow();
  return [...fates.values()].some(({ state }) => state === 'sent');
}

async function showState(): Promise<void> {
  const [policy, session, access] = await Promise.all([currentPolicy(), sessionNow(), hasHostAccess()]);
  if (!access) await markToolbar({ text: '!', title: say('toolbar.no-access') });
  else if (policy === null) await markToolbar({ text: '!', title: say('toolbar.no-policy') });
  else if (session === null) await markToolbar({ text: '!', title: say('toolbar.sign-in') });
  else await markToolbar({ text: '', title: say('toolbar.on') });
}

/** @returns null when it failed */
async function attempt<T>(what: string, run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    console.info(`Gatehouse: ${what} not done now; it is tried again within a minute.`, error);
    return null;
  }
}
