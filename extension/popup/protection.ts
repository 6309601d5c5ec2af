import type { ExtensionState } from '../../core/contract/messages/index.ts';
import { say } from '../words/say.ts';

export interface Protection {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly headline: string;
  readonly detail: string;
}

/** Whether Gatehouse protects, and what to do when it does not, in words. Never says "protecting" without a policy. */
export function protectionOf(state: ExtensionState, when: (iso: string) => string): Protection {
  const { policy, me, service, serviceUrl, hostAccess } = state;
  if (!hostAccess) return off('no-access');
  if (policy === null) {
    if (serviceUrl === null) return off('not-set-up');
    return off(me === null ? 'sign-in' : 'not-yet');
  }
  const since = { version: String(policy.version), when: when(policy.fetchedAt) };
  if (me === null)
    return { tone: 'neutral', headline: say('protection.on'), detail: say('protection.sign-in-for-badges', since) };
  if (service === 'unreachable')
    return {
      tone: 'neutral',
      headline: say('protection.unreachable'),
      detail: say('protection.unreachable.why', since),
    };
  return { tone: 'good', headline: say('protection.on'), detail: say('protection.policy', since) };
}

const off = (why: 'no-access' | 'not-set-up' | 'sign-in' | 'not-yet'): Protection => ({
  tone: 'bad',
  headline: say(`protection.${why}`),
  detail: say(`protection.${why}.why`),
});
