import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { keepSession, Session } from '../../extension/background/session.ts';
import { secretSlot } from '../../extension/platform/slot.ts';

/** A request of Emma's as the service answers it. */
export const ownRequest = (state: OwnRequest['state'] = 'in-review') => ({
  id: 'request-1',
  number: 1,
  state,
  intent: 'join',
  product: 'jira-software',
  siteHost: 'acme.atlassian.net',
  targets: [{ email: 'emma@acme.example', accountId: null, name: null, standing: 'unknown', identityType: 'unknown' }],
  reason: 'x',
  ruleName: 'x',
  createdAt: '2026-11-21T08:00:00Z',
  updatedAt: '2026-11-21T08:00:00Z',
  decisionReason: null,
  decidedBy: null,
  grantFailure: null,
});

/** Signs somebody in with a service, as the extension keeps it; nobody where `subject` is null. */
export async function signedIn(serviceUrl: string, subject: string | null = 'emma'): Promise<void> {
  if (subject === null) return secretSlot('session', Session).clear();
  await keepSession(
    Session.parse({
      serviceUrl,
      accessToken: `token of ${subject}`,
      expiresAt: '2099-01-01T00:00:00Z',
      me: {
        subject,
        accountId: null,
        name: subject,
        email: `${subject}@acme.example`,
        roles: ['member'],
        organization: { orgId: 'o', name: 'Acme' },
      },
    }),
  );
}
