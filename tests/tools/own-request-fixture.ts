import type { OwnRequest } from '../../core/contract/routes/requests.ts';

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

/** A stored session of somebody with a service. */
export const sessionOf = (serviceUrl: string, subject = 'emma') => ({
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
});
