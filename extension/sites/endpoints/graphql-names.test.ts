import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyCall } from '../endpoints.ts';

const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const url = new URL('https://acme.atlassian.net/gateway/api/graphql');
const all = (body: unknown): string[] => {
  const call = classifyCall({ method: 'POST', url, body: JSON.stringify(body) });
  return call === null ? [] : [call.intent, ...call.also].sort();
};
/** What a field of a mutation does, given this. */
const field = (name: string, input: unknown): string[] =>
  all({ query: `mutation M($i: I!) { ${name}(input: $i) { ok } }`, variables: { i: input } });
const persisted = (operationName: string, variables: unknown = {}): string[] =>
  all({ operationName, extensions: { persistedQuery: { sha256Hash: 'z', version: 1 } }, variables });
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const joined = (words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .map((word, at) => (at === 0 ? word : capital(word)))
    .join('');
const product = fc.constantFrom('', 'confluence', 'jira', 'kitsune', 'townsquareProjects', 'marketplaceStore');

describe('asking for access', () => {
  it.each([
    'confluence_requestSpaceAccess',
    'kitsuneRequestSpaceAccess',
    'requestAccessExco',
    'requestProductAccess',
    'requestSiteAccess',
    'jiraProjectRequestAccess',
    'requestContentAccess',
    'askForAccess',
    'applyForMembership',
    'requestSeat',
    'requestLicence',
    'requestProduct',
    'requestToJoin',
    'requestInvite',
    'submitAccessRequest',
    'createAccessRequest',
    'openAccessRequest',
    'sendRequestForAccess',
    'askToJoin',
    'accessRequestSubmit',
    'accessRequestCreate',
  ])('is what %s does', (name) => {
    expect(field(name, { spaceKey: 'OPS' })).toEqual(['request-access']);
    expect(persisted(name)).toEqual(['request-access']);
    expect(persisted(capital(name))).toEqual(['request-access']);
    expect(field(name, { email: 'eve@outside.example' })).toContain('invite');
  });

  it('is a verb of asking and what is given, or a request for it that is handed in', () => {
    const thing = fc.constantFrom('access', 'seat', 'licence', 'membership', 'role', 'permission', 'entitlement');
    const place = fc.constantFrom('', 'site', 'space', 'product', 'project', 'board', 'content');
    const asking = fc.constantFrom(
      ['request'],
      ['request', 'new'],
      ['ask', 'for'],
      ['apply', 'for'],
      ['ask', 'IT', 'for'],
    );
    const asked = fc.tuple(product, asking, place, thing).map(([p, verb, at, what]) => joined([p, ...verb, at, what]));
    const handing = fc.constantFrom('submit', 'create', 'send', 'resend', 'raise', 'file', 'make', 'open');
    const handed = fc
      .tuple(product, handing, place, thing, fc.boolean())
      .map(([p, verb, at, what, isLast]) =>
        joined(isLast && verb !== 'open' ? [p, at, what, 'request', verb] : [p, verb, at, what, 'request']),
      );
    fc.assert(
      fc.property(fc.oneof(asked, handed), (name) => {
        expect(field(name, { id: '1' })).toEqual(['request-access']);
        expect(persisted(name)).toEqual(['request-access']);
      }),
    );
  });

  it.each([
    'useInviteLink',
    'acceptInvite',
    'acceptInvitation',
    'redeemInvite',
    'jsmConversationAcceptInvite',
    'joinSite',
  ])('is joining where what there is is taken: %s', (name) => {
    expect(field(name, { id: '1' })).toEqual(['join']);
    expect(persisted(name)).toEqual(['join']);
  });
});

describe('deciding on a request for access', () => {
  const verbs = [
    'approve',
    'accept',
    'resolve',
    'respondTo',
    'decide',
    'handle',
    'process',
    'review',
    'answer',
    'grant',
  ];
  it.each([
    'confluenceResolveSpaceAccessRequest',
    'resolveRequestForAccess',
    'confluenceUpdateContentAccessRequest',
    'accessRequestApprove',
    'updateAccessRequestStatus',
    'spaceAccessRequestDecision',
    'approveJoinRequest',
    ...verbs.map((verb) => `${verb}AccessRequest`),
  ])('gives: %s', (name) => {
    expect(field(name, { requestId: '1' })).toEqual(['invite']);
    expect(persisted(name, { requestId: '1' })).toEqual(['invite']);
    expect(field(name, { decision: 'APPROVE', requestId: '1', roleId: '2' })).toContain('invite');
  });

  it('gives nothing where what it is given says no, and only that', () => {
    const no = fc.constantFrom('DENY', 'DENIED', 'REJECT', 'rejected', 'DECLINE', 'Declined');
    const yes = fc.constantFrom('APPROVE', 'ACCEPTED', 'GRANT', 'yes', 'whatever');
    const key = fc.constantFrom('decision', 'approvalDecision', 'response', 'resolution', 'status', 'action');
    const name = fc
      .tuple(product, fc.constantFrom(...verbs))
      .map(([p, verb]) => joined([p, verb, 'space', 'access', 'request']));
    fc.assert(
      fc.property(name, key, no, yes, (called, says, denied, approved) => {
        // Described: it gives by itself.
        fc.pre(called !== 'kitsuneApproveSpaceAccessRequest');
        for (const [decision, does] of [
          [denied, []],
          [approved, ['invite']],
        ] as const) {
          const input = { [says]: decision, requestId: '1' };
          expect(field(called, input)).toEqual(does);
          expect(persisted(called, { input })).toEqual(does);
        }
        const both = [{ [says]: denied }, { [says]: approved }];
        expect(persisted(called, { requests: both })).toEqual(['invite']);
      }),
    );
    expect(field('inviteUsers', { decision: 'DENY' })).toEqual(['invite']);
    const batch = [false, true].map((isDenied) => ({
      query: `mutation { resolveAccessRequest(decision: "${isDenied ? 'DENY' : 'APPROVE'}") { ok } }`,
    }));
    expect(all(batch)).toEqual(['invite']);
  });

  it('gives whatever else is switched off, or said before', () => {
    const said = fc.constantFrom(
      { emailNotificationEnabled: false },
      { notificationsEnabled: false },
      { isNotifyEnabled: false },
      { emailAllowed: false },
      { previousStatus: 'NONE' },
      { oldState: 'DENIED' },
      { decision: { value: 'DENY' } },
    );
    fc.assert(
      fc.property(fc.constantFrom(...verbs), said, (verb, besides) => {
        const input = { requestId: '1', ...besides };
        expect(field(`${verb}AccessRequest`, input)).toEqual(['invite']);
        expect(persisted(`${verb}AccessRequest`, { input })).toEqual(['invite']);
      }),
    );
  });

  it('gives where one of several says nothing', () => {
    const decisions = [
      { id: 1, decision: 'DENY' },
      { id: 2, grant: true },
    ];
    expect(field('handleAccessRequests', { decisions })).toEqual(['invite']);
    expect(field('handleAccessRequests', { decisions: [decisions[0], { id: 2, decision: 'DENY' }] })).toEqual([]);
  });

  it.each([
    'rejectAccessRequest',
    'declineJoinRequest',
    'jiraProjectDenyAccessRequest',
    'withdrawAccessRequest',
    'cancelAccessRequest',
  ])('takes it back: %s', (name) => {
    expect(field(name, { id: '1', accountId: liam })).toEqual([]);
    expect(persisted(name, { accountId: liam })).toEqual([]);
  });
});

describe('customers', () => {
  it.each([
    'createCustomer',
    'inviteCustomers',
    'addCustomersToProject',
    'kitsuneCreateCustomer',
  ])('are customers alone: %s', (name) =>
    expect(field(name, { email: 'eve@outside.example' })).toEqual(['create-customer']));

  it.each([
    'addCustomerAsAgent',
    'inviteCustomersAndUsers',
    'inviteAgentOrCustomer',
    'addUserOrCustomer',
    'makeCustomerAdmin',
    'addCustomerAdmin',
    'addCustomerAsUser',
    'makeCustomerAgent',
    'turnCustomerIntoUser',
    'createCustomerUser',
  ])('are more where somebody else stands there, too: %s', (name) => {
    expect(field(name, { email: 'eve@outside.example' })).toEqual(['create-customer', 'invite']);
    expect(persisted(name, { email: 'eve@outside.example' })).toEqual(['create-customer', 'invite']);
  });

  it.each(['promoteCustomer', 'promoteCustomerToAgent', 'upgradeCustomers'])('become more: %s', (name) =>
    expect(field(name, { id: '1' })).toEqual(['migrate-customer']));

  it('hide nobody whose word stands beside theirs', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('add', 'invite'),
        fc.constantFrom(
          'user',
          'users',
          'agent',
          'agents',
          'admin',
          'administrator',
          'people',
          'teammates',
          'person',
          'contributors',
        ),
        fc.constantFrom('and', 'or', 'as', 'to', ''),
        fc.boolean(),
        (verb, other, between, isFirst) => {
          const name = joined(isFirst ? [verb, other, between, 'customer'] : [verb, 'customer', between, other]);
          expect(field(name, { email: 'eve@outside.example' })).toContain('invite');
        },
      ),
    ));
});

describe('what the world may see', () => {
  it.each([
    'publicLinkSpacesAction',
    'publicLinkPagesAdminAction',
    'confluenceUpdateShareableLink',
    'confluenceUpdateShareableLinkSiteConfig',
    'confluenceSetAccessLinkPermissionMode',
    'confluenceAccessLinkSpacesAction',
    'enableLinkSharing',
    'allowAnonymous',
    'enableAnonymousAccess',
    'allowAnonymousViewers',
    'turnOnPublicLink',
    'enableAnyoneWithLink',
    'createShareableLink',
  ])('is opened: %s', (name) => {
    expect(field(name, { id: '1' })).toEqual(['make-public']);
    expect(persisted(name)).toEqual(['make-public']);
    expect(field(name, { accessType: 'EXTERNAL', status: 'ON' })).toEqual(['make-public']);
  });

  it.each<[string, object]>([
    ['publicLinkSpacesAction', { action: 'BLOCK' }],
    ['publicLinkPagesAdminAction', { action: 'OFF', pageIds: ['1'] }],
    ['confluenceUpdateShareableLink', { accessType: 'INTERNAL_LICENSED', contentId: '1' }],
    ['confluenceAccessLinkSpacesAction', { accessTypes: ['EXTERNAL'], action: 'OFF', spaceIds: ['1'] }],
    ['confluenceUpdateShareableLinkSiteConfig', { accessType: 'EXTERNAL', status: 'BLOCKED_BY_ORG' }],
    ['disablePublicLink', { id: '1', accountId: liam }],
    ['copyShareableLink', { id: '1' }],
    ['createShareableTemplatePreview', { id: '1' }],
    ['setPublicLinkLabel', { id: '1' }],
    ['addTopLink', { id: '1' }],
  ])('is not opened: %s given %j', (name, input) => {
    expect(field(name, input)).toEqual([]);
    expect(persisted(name, { input })).toEqual([]);
  });

  it.each<[string, object]>([
    ['enablePublicLink', { pageId: '1', commentsEnabled: false }],
    ['enablePublicLinkForPage', { pageId: '1', isPasswordEnabled: false }],
    ['createPublicLink', { pageId: '1', downloadAllowed: false }],
    ['enableAnonymousAccess', { spaceKey: 'OPS', attachmentsEnabled: false }],
    ['enablePublicLinkForSite', { scope: 'ORG' }],
    ['enableAnonymousAccess', { scope: 'SITE' }],
  ])('is opened whatever else is off, and wherever: %s given %j', (name, input) => {
    expect(field(name, input)).toEqual(['make-public']);
    expect(persisted(name, { input })).toEqual(['make-public']);
  });

  it('is everybody who signs up where a board may be joined', () => {
    expect(field('trelloEnableBoardSelfJoin', { id: '1' })).toEqual(['create-invite-link']);
    expect(field('trelloDisableBoardSelfJoin', { id: '1' })).toEqual([]);
  });
});

describe('what an app has', () => {
  const parts = [
    'tour',
    'scan',
    'sync',
    'review',
    'session',
    'import',
    'feature',
    'export',
    'trialSurvey',
    'preview',
    'widget',
  ];
  const things = ['product', 'app', 'site', 'edition', 'plan', 'subscription', 'account', 'licence'];
  it('is nothing new where one of its parts is started', () =>
    fc.assert(
      fc.property(
        product,
        fc.constantFrom('start', 'activate', 'upgrade'),
        fc.constantFrom(...things.filter((thing) => thing !== 'licence')),
        fc.constantFrom(...parts),
        (p, verb, thing, part) => {
          expect(field(joined([p, verb, thing, part]), { id: '1' })).toEqual([]);
        },
      ),
    ));

  it('is something new, or more, where it is what is started', () =>
    fc.assert(
      fc.property(
        product,
        fc.constantFrom('activate', 'upgrade'),
        fc.constantFrom(...things),
        fc.constantFrom([], ['for', 'site'], ['to', 'premium'], ['on', 'site'], ['with', 'trial']),
        (p, verb, thing, tail) => {
          const does = field(joined([p, verb, thing, ...tail]), { id: '1' });
          expect(does.some((intent) => intent === 'start-app' || intent === 'change-plan')).toBe(true);
        },
      ),
    ));

  it.each([
    'startProductTour',
    'spcsStartFullSiteScan',
    'startSiteImport',
    'startAppSession',
    'startAccountSync',
    'startPlanReview',
    'startLicenseScan',
    'activateAppFeature',
    'activateNotificationSubscription',
    'appInstallationUpgrade',
    'upgradeAppInstallation',
    'startTrialTour',
    'startTestPlan',
  ])('is nothing new by its name: %s', (name) => {
    expect(field(name, { id: '1' })).toEqual([]);
    expect(persisted(name)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['adminActivateApp', ['start-app']],
    ['startTrialForSite', ['start-app']],
    ['productActivate', ['start-app']],
    ['upgradeToPremium', ['change-plan']],
    ['switchToPremium', ['change-plan']],
    ['changeToEnterprise', ['change-plan']],
    ['moveSiteToPremium', ['change-plan']],
    ['setEdition', ['change-plan']],
    ['selectProductPlan', ['change-plan']],
    ['enablePremium', ['change-plan', 'start-app']],
    ['ccp_placeOrderLite', ['start-app']],
    ['placeOrder', ['start-app']],
    ['completeCheckout', ['start-app']],
    ['createTrial', ['start-app']],
    ['createEntitlement', ['start-app']],
    ['addSeats', ['change-plan']],
    ['setSeats', ['change-plan']],
    ['increaseSeats', ['change-plan']],
    ['planUpgrade', ['change-plan']],
    ['upgradePlanNow', ['change-plan']],
    ['upgradePlanTier', ['change-plan']],
    ['startTrialExtension', ['start-app']],
    ['upgradeJiraPlan', ['change-plan']],
    ['extendTrialPeriod', ['start-app']],
  ])('is something new: %s', (name, does) => {
    expect(field(name, { id: '1' })).toEqual(does);
    expect(persisted(name)).toEqual(does);
  });
});

describe('what is taken away, or only described', () => {
  it.each([
    'artifactShareRevoke',
    'jsmConversationRejectInvite',
    'rejectInvite',
    'withdrawInvite',
    'snoozeInvite',
    'inviteCancel',
    'memberRemove',
    'unassignLicense',
    'rejectAccessRequest',
    'disablePublicLink',
    'restrictAccess',
    'expireInvitation',
    'unInviteUser',
    'closeInvite',
    'undoInvite',
    'hideInvite',
    'trackInvite',
    'jiraBoardViewMember',
    'setMemberPresence',
    'ignoreInvites',
    'suspendMember',
    'jiraPermissionSchemeRemoveGrant',
    'updateEntitlementField',
    'jiraServiceManagementUpdateEntitlementField',
    'growthUnifiedProfileCreateEntitlementProfile',
    'mercuryUpdateOrganizationMembershipEndDate',
    'mercurySetMemberCountAllocations',
    'trelloUpdateMemberTimezone',
    'updateMemberAvatar',
    'setGuestLanguage',
    'updateInviteNote',
    'saveInviteDraft',
    'recordInviteClick',
    'setShareTitle',
    'updateAccessRequestSettings',
  ])('gives nothing, and not to people either: %s', (name) => {
    expect(field(name, { revokeAll: true })).toEqual([]);
    expect(persisted(name)).toEqual([]);
    expect(field(name, { accountId: liam })).toEqual([]);
  });

  it('is taken away by the verb that is there, before or behind', () => {
    const taking = fc.constantFrom(
      ...'delete remove revoke deny decline cancel dismiss reject withdraw unassign disable restrict expire ignore snooze suspend block archive'.split(
        ' ',
      ),
    );
    const thing = fc.constantFrom(
      'invite',
      'invitation',
      'share',
      'grant',
      'access',
      'member',
      'licence',
      'seat',
      'role',
      'guest',
    );
    fc.assert(
      fc.property(product, taking, thing, fc.boolean(), (p, verb, what, isLast) => {
        // A block is shared.
        fc.pre(!(isLast && what === 'share' && (verb === 'block' || verb === 'archive')));
        const name = joined(isLast ? [p, what, verb] : [p, verb, what]);
        expect(field(name, { accountId: liam })).toEqual([]);
        expect(persisted(name, { accountId: liam })).toEqual([]);
      }),
    );
  });

  it.each([
    'removeAndAddMembers',
    'revokeOrGrantAccess',
    'addOrRemoveMembers',
    'grantRevokeAccess',
    'inviteAndRemoveUsers',
    'updateMembersAndAvatar',
    'marketplaceStoreInviteUser',
    'setSeatCount',
    'updateMemberRole',
    'updateMemberAccess',
    'shareProfile',
    'shareBlock',
    'shareBoardView',
    'jiraBoardViewShare',
    'shareArchive',
    'addMembersNow',
    'sendInviteEmail',
    'resendInvitations',
    'createMembersImport',
    'addAppContributor',
  ])('gives all the same: %s', (name) => expect(field(name, { id: '1' })).toEqual(['invite']));

  it('gives nothing where its last noun only describes', () => {
    const whose = fc.constantFrom(
      'member',
      'guest',
      'role',
      'invite',
      'share',
      'entitlement',
      'membership',
      'collaborator',
    );
    const verb = fc.constantFrom('set', 'update', 'edit', 'create', 'change', 'save');
    const what = fc.constantFrom(
      'avatar',
      'timezone',
      'profile',
      'field',
      'endDate',
      'note',
      'color',
      'displayName',
      'language',
    );
    fc.assert(
      fc.property(product, verb, whose, what, (p, does, of, thing) => {
        if ((of === 'invite' || of === 'share') && does === 'change') return;
        expect(field(joined([p, does, of, thing]), { accountId: liam })).toEqual([]);
      }),
    );
  });
});

describe('a field of a result', () => {
  const result = (called: string): string[] =>
    all({ query: `mutation($i:I!){updateIssue(input:$i){issue{id ${called}}}}`, variables: { i: { id: '1' } } });
  it.each([
    'shareUrl(type:SHORT)',
    'shareLink(format:SHORT)',
    'shareCount(since:"1")',
    'joinUrl(a:1)',
    'inviteLink(a:1)',
    'invitations(first:3)',
    'issueShareStatus(a:1)',
  ])('does nothing by a noun: %s', (called) => expect(result(called)).toEqual([]));
  it.each([
    'shareBoard(id:"7")',
    'createInviteLink(id:"7")',
    'grantAccess(id:"7")',
    'inviteUsers(ids:["7"])',
    'requestAccess(id:"7")',
    'publicLinkSpacesAction(action:ON)',
  ])('may do something all the same: %s', (called) => expect(result(called)).not.toEqual([]));
});

describe('without a text', () => {
  it.each([
    'PendingInvitations',
    'InviteStatus',
    'InvitePolicy',
    'inviteSettings',
    'inviteCount',
    'ShareAnalytics',
    'ShareButton',
    'shareCount',
    'JoinRequestStatus',
    'GrantedAccess',
    'BuyButton',
    'purchaseOptions',
    'AccessRequests',
    'OpenAccessRequests',
    'OpenInvitations',
    'SiteRoleAssignments',
    'InvitedUsers',
    'SharedWithMembers',
    'adminGetInvite',
    'ShareUrl',
    'IssueShareStatus',
    'InviteDrawer',
    'InvitePicker',
    'InviteForm',
    'InvitePeopleModalData',
    'BuyPage',
    'PurchaseSummary',
    'JoinPageData',
    'GrantList',
    'ShareDialogInit',
    'ShareMenuItems',
  ])('only reads by a name that says nothing is done: %s', (name) => {
    expect(persisted(name)).toEqual([]);
    expect(persisted(name, { emails: ['eve@outside.example'] })).toEqual(
      ['adminGetInvite', 'ShareAnalytics'].includes(name) ? [] : ['invite'],
    );
  });

  it.each([
    'InviteUsers',
    'ShareBoard',
    'UpdateInviteStatus',
    'AdminInvite',
    'JsmConversationCreateInvite',
    'AdminInviteMutation',
    'openAccess',
    'ShareForm',
    'ShareData',
    'inviteFromModal',
    'openAccess',
    'orderSeats',
  ])('gives by a name that says what is done: %s', (name) => expect(persisted(name)).not.toEqual([]));

  it('gives a link to whom it is for, and does something to people by a verb nobody knows', () => {
    expect(persisted('ShareLink', { users: [liam] })).toEqual(['invite']);
    expect(persisted('ModifyRoles', { users: [liam] })).toEqual(['invite']);
    expect(persisted('RoleDetails', { users: [liam] })).toEqual([]);
  });
});

it('a name that never ends may say anything, and costs no more', () => {
  const before = process.cpuUsage();
  for (const words of ['Request', 'RequestFor', 'StartPlan', 'Join', 'Start', 'Revoke', 'PublicLink', 'AndRevoke'])
    expect(field(`x${words.repeat(5000)}`, { id: '1' })).toEqual(['invite']);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(10_000);
});

describe('a name that says more than what it does', () => {
  const emails = ['eve@outside.example'];

  it('is that of a subscription that is bought, or of something done by a query', () => {
    expect(persisted('UpgradeSubscription', { edition: 'premium' })).toEqual(['change-plan', 'start-app']);
    expect(persisted('StartTrialSubscription')).toEqual(['start-app']);
    expect(persisted('PurchaseSubscription')).toContain('start-app');
    expect(persisted('OrderSubscription')).toContain('start-app');
    expect(persisted('GrantSubscription', { accountId: liam })).toEqual(['invite']);
    for (const name of ['InviteUsersByQuery', 'InviteUsersToSubscription', 'ShareFilterSubscription'])
      expect(persisted(name, { emails })).toContain('invite');
  });

  it.each([
    'InviteesQuery',
    'ShareDialogQuery',
    'userByEmailQuery',
    'IssueUpdatedSubscription',
    'onInviteAcceptedSubscription',
    'BoardMembersSubscription',
  ])('only reads: %s', (name) => {
    expect(persisted(name, { emails })).toEqual([]);
  });

  it.each([
    'createUsersWithoutNotification',
    'createUserWithoutNotification',
    'addUserWithoutNotification',
    'addUsersAndSubscribe',
    'signUpUserAndNotify',
    'registerUserAndNotify',
    'createAccountAndNotify',
    'importUsersAndNotify',
    'addByEmailAndNotify',
    'recoverDeletedUsers',
    'undeleteUsers',
    'undoRemoveUsers',
    'importUsersFromExport',
    'addToAnalyticsSite',
  ])('adds people: %s', (name) => {
    expect(field(name, { emails })).toEqual(['invite']);
    expect(persisted(capital(name), { emails })).toEqual(['invite']);
  });

  it.each([
    'sendReport',
    'createExport',
    'subscribeToBoard',
    'notifyUsers',
    'addToDigest',
    'submitFeedback',
  ])('sends what people get to read: %s', (name) => {
    expect(field(name, { emails })).toEqual([]);
    expect(persisted(name, { emails })).toEqual([]);
  });

  it('adds somebody known by id to a group or place, however that ends', () => {
    const end = fc.constantFrom(
      '',
      'ById',
      'ByName',
      'ByAccountId',
      'Async',
      'Bulk',
      'InBulk',
      'AndNotify',
      'WithoutEmail',
    );
    const to = fc.constantFrom('', 'ToGroup', 'ToDirectory', 'ToWorkspace', 'ToInstance', 'ToJira', 'ToConfluence');
    fc.assert(
      fc.property(fc.constantFrom('addUser', 'addUsers'), to, end, (verb, place, tail) => {
        expect(field(`${verb}${place}${tail}`, { accountId: liam })).toContain('invite');
      }),
    );
    for (const name of ['makeUserAdminById', 'setAdminStatus', 'setUserAdminFlag'])
      expect(field(name, { accountId: liam })).toEqual(['invite']);
  });

  it('makes somebody an administrator by what it is given', () => {
    for (const name of ['updateUser', 'setUserDetails']) {
      expect(field(name, { accountId: liam, isAdmin: true })).toEqual(['grant-role']);
      expect(persisted(name, { input: { accountId: liam, siteAdmin: 'yes' } })).toEqual(['grant-role']);
      expect(field(name, { accountId: liam, isAdmin: false })).toEqual([]);
    }
    for (const name of ['recordUserClick', 'getUser', 'removeUser', 'updateBoard'])
      expect(field(name, { accountId: liam, isAdmin: true })).toEqual([]);
  });

  it.each([
    'toggleGuestAccess',
    'toggleExternalAccess',
    'turnOnGuestAccess',
    'configureGuestAccess',
    'copySpacePermissions',
    'resetSpaceRolesFromAnotherSpace',
    'copyRoles',
    'extendAccess',
    'renewAccess',
    'expandAccess',
    'inheritPermissions',
    'applyPermissionTemplate',
    'claimSeat',
    'useSeat',
    'confirmAccess',
  ])('gives access to whomever: %s', (name) => {
    expect(field(name, { spaceKey: 'OPS' })).toEqual(['invite']);
  });

  it('is about others besides, where one of a batch names nobody', () => {
    const body = [{}, { emails: ['liam@acme.example'] }].map((variables) => ({
      operationName: 'AdminInviteUsers',
      extensions: { persistedQuery: { sha256Hash: 'z', version: 1 } },
      variables,
    }));
    expect(classifyCall({ method: 'POST', url, body: JSON.stringify(body) })?.targets).toEqual([
      { email: 'liam@acme.example', accountId: null },
      { email: null, accountId: null, more: null },
    ]);
  });

  it.each(['admin_createInvitePolicy', 'admin_updateInvitePolicy'])('says who may invite: %s', (name) => {
    expect(field(name, { id: '1' })).toEqual(['create-invite-link']);
  });

  it.each([
    'copyApiToken',
    'deleteInvitePolicy',
    'getInvitePolicy',
    'selectPlan',
    'submitSortOrder',
  ])('gives nothing: %s', (name) => {
    expect(field(name, { id: '1' })).toEqual([]);
    expect(persisted(name)).toEqual([]);
  });
});
