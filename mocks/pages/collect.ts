import { avatarUrl } from '../cloud/avatars.ts';
import { holdsSeat } from '../cloud/seats.ts';
import type { CloudState, FakeAccount } from '../cloud/state.ts';
import { issues, remarks, tickets, wiki } from './content.ts';
import type { AdminGroup, AdminUser, PageData, Person } from './page-data.ts';
import type { Surface } from './surface.ts';

/** Everything the scripts of a page need, from the state of the cloud as it is now. */
export function pageData({ name, site }: Surface, viewer: FakeAccount, state: CloudState): PageData {
  const person = (account: FakeAccount): Person => ({
    id: account.accountId,
    name: account.name,
    avatar: avatarUrl(account),
    type: account.accountType,
    jobTitle: account.jobTitle,
    active: account.accountStatus === 'active',
    confluence:
      site === null ||
      account.accountType !== 'atlassian' ||
      account.isConfluenceGuest ||
      holdsSeat(state, account, 'confluence', site.cloudId),
  });
  const isAdmin = viewer.platformRoles.includes('atlassian/org-admin');
  const admin = name === 'admin' && isAdmin;
  return {
    surface: name === 'login' ? 'join' : name,
    viewer: person(viewer),
    viewerEmail: viewer.email,
    isAdmin,
    orgId: state.orgId,
    orgName: state.orgName,
    site,
    sites: state.sites.map(({ cloudId, host, name: siteName }) => ({ cloudId, host, name: siteName })),
    people: site ? Object.fromEntries(state.accounts.map((account) => [account.accountId, person(account)])) : {},
    issues: name === 'jira' ? issues : [],
    remarks: name === 'jira' ? remarks : [],
    tickets: name === 'jira' ? tickets : [],
    wiki,
    users: admin ? adminUsers(state) : [],
    groups: admin ? adminGroups(state) : [],
    forgeUrl: process.env.GATEHOUSE_FORGE_RESOURCE_URL ?? 'http://127.0.0.1:8787/forge/',
  };
}

const adminUsers = (state: CloudState): AdminUser[] =>
  state.accounts
    .filter(({ accountType }) => accountType === 'atlassian')
    .map((account) => ({
      id: account.accountId,
      name: account.name,
      email: account.email ?? '',
      avatar: avatarUrl(account),
      status: account.invitationPending ? 'Invited' : statusWords[account.status],
      lastActive: account.lastActive,
      managed: account.claimStatus === 'managed',
    }));

const statusWords: Record<FakeAccount['status'], string> = {
  active: 'Active',
  suspended: 'Suspended',
  not_invited: 'No access',
  deactivated: 'Deactivated',
  for_deletion: 'Deletion pending',
};

const adminGroups = (state: CloudState): AdminGroup[] =>
  state.groups.map(({ id, description, externalSynced }) => ({
    id,
    description,
    members: state.accounts.filter(({ groups }) => groups.includes(id)).length,
    synced: externalSynced,
  }));
