import { because, type Reason } from '../reason.ts';
import type { AccountFacts } from './account.ts';
import type { AdminRole, SubState } from './types.ts';

/** What is shown beside the type, strongest first (section 2 of the domain). A fact that is not known adds nothing. */
export function subStatesOf(account: AccountFacts, unclaimed: boolean): SubState[] {
  const states: SubState[] = [];
  if (unclaimed) states.push('unclaimed');
  if (account.accountStatus === 'inactive' || account.accountStatus === 'closed') states.push('deactivated');
  if (account.membershipStatus === 'suspended') states.push('suspended');
  if (account.invitationPending === true) states.push('invited');
  if (account.isConfluenceGuest === true) states.push('confluence-guest');
  if (account.isJiraGuest === true) states.push('jira-guest');
  if (account.isOrgAdmin === true) states.push('org-admin');
  if (account.isProductAdmin === true) states.push('product-admin');
  for (const role of account.adminRoles ?? []) if (!states.includes(role)) states.push(role);
  return states;
}

const closed = because('closed', 'The account is closed.');
const deactivated = because('deactivated', 'The account is deactivated and cannot sign in.');
const suspended = because('suspended', 'Access is suspended in this organization.');
const invited = because('invited', 'The invitation has not been accepted yet.');
const confluenceGuest = because(
  'confluence-guest',
  'A Confluence guest: no Confluence seat, but counted by Atlassian Guard.',
);
const jiraGuest = because('jira-guest', 'A Jira guest.');
const orgAdmin = because('org-admin', 'An organization admin.');
const productAdmin = because('product-admin', 'A product admin.');

const adminRoles: Readonly<Record<AdminRole, Reason>> = {
  'site-admin': because('site-admin', 'A site admin: manages the users of a site, in the original user management.'),
  'user-access-admin': because(
    'user-access-admin',
    'A user access admin: gives access to the apps they look after. The role alone takes no seat.',
  ),
  'trusted-user': because(
    'trusted-user',
    'A trusted user, a role of the past: has every app of the site, may invite people and start trials.',
  ),
};

/** One sentence for each of the states, in the same order. */
export function stateReasons(account: AccountFacts): Reason[] {
  const reasons: Reason[] = [];
  if (account.accountStatus === 'closed') reasons.push(closed);
  else if (account.accountStatus === 'inactive') reasons.push(deactivated);
  if (account.membershipStatus === 'suspended') reasons.push(suspended);
  if (account.invitationPending === true) reasons.push(invited);
  if (account.isConfluenceGuest === true) reasons.push(confluenceGuest);
  if (account.isJiraGuest === true) reasons.push(jiraGuest);
  if (account.isOrgAdmin === true) reasons.push(orgAdmin);
  if (account.isProductAdmin === true) reasons.push(productAdmin);
  for (const role of new Set(account.adminRoles ?? [])) reasons.push(adminRoles[role]);
  return reasons;
}
