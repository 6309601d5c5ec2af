import type { ExtensionState } from '../../core/contract/messages.ts';

export interface Protection {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly headline: string;
  readonly detail: string;
}

/** Whether Gatehouse protects, and what to do when it does not, in words. Never says "protecting" without a policy. */
export function protectionOf(state: ExtensionState, when: (iso: string) => string): Protection {
  const { policy, me, service, serviceUrl, hostAccess } = state;
  if (!hostAccess)
    return {
      tone: 'bad',
      headline: 'Not protecting: access to Atlassian pages is off',
      detail:
        'This browser does not let Gatehouse see all Atlassian pages. Allow it, then reload the pages that are open.',
    };
  if (policy === null) {
    if (serviceUrl === null)
      return {
        tone: 'bad',
        headline: 'Not protecting: not set up',
        detail: 'Set the address of your organization’s Gatehouse service first.',
      };
    if (me === null)
      return {
        tone: 'bad',
        headline: 'Not protecting: sign in',
        detail: 'Your organization’s policy is read when you sign in.',
      };
    return {
      tone: 'bad',
      headline: 'Not protecting yet',
      detail: 'The policy could not be read so far. It is tried again every minute.',
    };
  }
  const since = `policy ${policy.version}, read ${when(policy.fetchedAt)}`;
  if (me === null)
    return { tone: 'neutral', headline: 'Protecting', detail: `With ${since}. Sign in to see badges and to ask IT.` };
  if (service === 'unreachable')
    return {
      tone: 'neutral',
      headline: 'Protecting, IT’s service is unreachable',
      detail: `With ${since}. What you send is kept and sent later.`,
    };
  return { tone: 'good', headline: 'Protecting', detail: since.replace(/^p/, 'P') };
}
