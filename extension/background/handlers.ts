import { withdrawRequest } from '../../core/contract/routes/requests.ts';
import { signOut } from '../../core/contract/routes/session.ts';
import { alwaysBlocked } from '../../core/policy/index.ts';
import { notify } from '../platform/notices.ts';
import { hasHostAccess } from '../platform/permissions.ts';
import { say } from '../words/say.ts';
import { askAndFollow } from './ask-and-follow.ts';
import { deliverNow } from './ask-it.ts';
import { stoppedInFrame } from './blocked.ts';
import { bring } from './bring.ts';
import { check, preview } from './check.ts';
import { serviceFacts } from './effects.ts';
import { Failure } from './failure.ts';
import { createResolver } from './identities.ts';
import { tick, updatePolicy, updateRequests } from './jobs.ts';
import { later } from './later.ts';
import { currentPolicy } from './policy.ts';
import { promptHandlers } from './prompt-handlers.ts';
import { rememberChecked } from './prompts.ts';
import { outbox } from './records.ts';
import { knownRequests } from './requests.ts';
import type { Handlers } from './route.ts';
import { askValue, askValueAs, requireGatehouseAt, requireSession, serviceReach } from './service.ts';
import { currentSession, endSession } from './session.ts';
import { sessionNow } from './session-now.ts';
import { badgeChoice, keepBadgeChoice, keepServiceUrl, parseServiceUrl, serviceAddress } from './settings.ts';
import { signIn } from './sign-in.ts';
import { stopped } from './stopped.ts';
import { inTurnOfTab } from './tab-lanes.ts';

const identities = createResolver(askValue);

/** Seats of a dialog that stays open may take a little longer than those of a held click. */
const PREVIEW_DEADLINE_MS = 5000;

/** One handler for each message of the contract. They may fail with any error; `route` puts it into words. */
export const handlers: Handlers = {
  resolve: (people) => identities.resolve(people),
  preview: (intent) => preview(intent, (act) => serviceFacts(act, PREVIEW_DEADLINE_MS)),
  async check(intent, { frame }) {
    const answer = await (frame === null ? check(intent) : inTurnOfTab(frame, () => check(intent)));
    if (frame !== null && answer.decision.outcome !== 'allow') {
      await rememberChecked(frame, intent, answer);
      if (frame.frameId !== 0) await stoppedInFrame(frame.tabId, intent, answer);
    }
    // The answer does not wait for its record to be sent.
    void deliverNow().catch(later);
    return answer;
  },
  ask: askAndFollow,
  ...promptHandlers,
  async bring({ script }, { frame }) {
    await bring(script, frame);
    return { brought: true };
  },
  async ready() {
    const { url } = await serviceAddress();
    const [session, policy, badges] = await Promise.all([
      currentSession(url, Date.now()),
      currentPolicy(),
      badgeChoice(),
    ]);
    return { signedIn: session !== null, hasPolicy: policy !== null, badges: badges.choice };
  },

  async state() {
    const { url } = await serviceAddress();
    const [session, policy, waiting, service, badges, hostAccess] = await Promise.all([
      currentSession(url, Date.now()),
      currentPolicy(),
      outbox.all(),
      serviceReach(),
      badgeChoice(),
      hasHostAccess(),
    ]);
    return {
      serviceUrl: url,
      me: session?.me ?? null,
      policy: policy && {
        version: policy.bundle.policy.version,
        fetchedAt: policy.fetchedAt,
        blocked: alwaysBlocked(policy.bundle, new Date().toISOString()),
      },
      service,
      badges,
      hostAccess,
      waiting: waiting.filter(({ refused }) => refused === null).length,
    };
  },
  async signIn() {
    const me = await signIn();
    await identities.forget();
    // Whether somebody is signed in does not hang on the policy: the popup says that it could not be read.
    await updatePolicy().catch(later);
    void tick()
      .then(() => updateRequests())
      .catch(later);
    await notify({ notice: 'session-changed' });
    return { me };
  },
  async stopped(_, { frame }) {
    const answer = await stopped(frame);
    void deliverNow().catch(later);
    return answer && { ...answer, signedIn: (await sessionNow()) !== null };
  },
  async signOut() {
    const session = await requireSession();
    // Whatever the service will say, and however late, this browser forgets the session. The policy stays in force.
    await endSession(session.accessToken);
    await identities.forget();
    await notify({ notice: 'session-changed' });
    void tick();
    await askValueAs(session, signOut, {});
    return { ended: true };
  },
  async setBadges({ badges }) {
    if ((await badgeChoice()).managed) throw new Failure('not-allowed', say('failure.badges-managed'));
    await keepBadgeChoice(badges);
    await notify({ notice: 'badges-changed' });
    return { badges };
  },
  async setServiceUrl({ url, anyway }) {
    if ((await serviceAddress()).managed) throw new Failure('not-allowed', say('failure.address-managed'));
    const parsed = parseServiceUrl(url);
    if (parsed === null) throw new Failure('bad-message', say('failure.address'));
    if (!anyway) await requireGatehouseAt(parsed);
    await keepServiceUrl(parsed);
    await identities.forget();
    await notify({ notice: 'session-changed' });
    void tick();
    return { url: parsed };
  },
  async myRequests({ refresh }) {
    if (refresh) {
      // Whoever looks where their requests stand wants what waits to be sent now, not at the next alarm.
      await deliverNow().catch(later);
      await updateRequests();
    }
    return knownRequests();
  },
  async withdraw({ id }) {
    await askValue(withdrawRequest, { params: { id } });
    await updateRequests();
    return { withdrawn: true };
  },
  async session() {
    const { url } = await serviceAddress();
    const session = await currentSession(url, Date.now());
    return session && { serviceUrl: session.serviceUrl, accessToken: session.accessToken };
  },
};
