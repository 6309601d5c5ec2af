import { describe, expect, it } from 'vitest';
import { classifyCall } from '../endpoints.ts';

describe('an invitation', () => {
  const url = new URL('https://acme.atlassian.net/gateway/api/graphql');
  const query = 'mutation M($i: I!) { inviteUsers(input: $i) { ok } }';
  const besides = (input: object): string[] => {
    const variables = { i: { emails: ['eve@outside.example'], ...input } };
    const call = classifyCall({ method: 'POST', url, body: JSON.stringify({ query, variables }) });
    return call === null ? [] : [call.intent, ...call.also].sort();
  };
  it.each<[object]>([
    [{ accessLevel: 'admin' }],
    [{ isAdmin: true }],
    [{ siteAdmin: true }],
    [{ orgAdmin: 'true' }],
    [{ is_admin: 1 }],
    [{ hasAdminAccess: true }],
    [{ permissions: ['ADMIN'] }],
    [{ permissions: { admin: true } }],
    [{ permission: { key: 'ADMINISTER' } }],
    [{ accessType: 'ADMIN' }],
    [{ userType: 'site-admin' }],
    [{ membershipType: 'OWNER' }],
    [{ role: 'admin' }],
    [{ users: [{ email: 'kim@outside.example', isSiteAdmin: true }] }],
  ])('makes administrators: %j', (input) => expect(besides(input)).toEqual(['grant-role', 'invite']));

  it.each<[object]>([
    [{ accessLevel: 'member' }],
    [{ isAdmin: false }],
    [{ permissions: ['READ', 'WRITE'] }],
    [{ accessType: 'BASIC' }],
    [{ notifyAdmins: true }],
    [{ adminApprovalRequired: true }],
    [{ invitedByAdmin: true }],
    [{ source: 'admin' }],
    [{ role: 'user' }],
    [{ message: 'You will be admin' }],
    [{ isAdminHub: true }],
  ])('makes none: %j', (input) => expect(besides(input)).toEqual(['invite']));
});
