import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { byId } from '../../mocks/cloud/store.ts';
import { directory, get, org2, post, refusal, remove, startApi, walk } from './fake-cloud-api.ts';

const { store, server } = startApi();
beforeAll(() => server.listen());
beforeEach(() => store.reset());
afterAll(() => server.close());

const [site] = organization.sites;
const jira = `ari:cloud:jira-software::site/${site.cloudId}`;
const search = `${directory}/groups/search`;
const members = (group: string) => `${directory}/groups/${group}/memberships`;
const add = (group: string, who: { accountId: string }) => post(members(group), { accountId: who.accountId });
const groupsOf = (who: { accountId: string }) => byId(store.state, who.accountId)?.groups;
/** Takes the last two Jira seats of acme. */
const fillJira = async () => {
  for (const who of [people.noor, people.olga]) expect((await add('external-partners', who)).status).toBe(204);
};

describe('groups/search', () => {
  it('gives every group once, 20 at most without a limit', async () => {
    const names = (await walk(search, { limit: 3 })).map(({ name }) => name);
    expect(names.toSorted()).toEqual(store.state.groups.map(({ name }) => name).toSorted());
    expect(await refusal(post(search, { limit: 101 }))).toEqual([400, 'ADMIN-400-24']);
  });

  it('says which groups an identity provider owns', async () => {
    expect(await walk(search, { groupNames: ['idp-engineering'], expand: ['counts.users'] })).toMatchObject([
      { externalSynced: true, directoryId: organization.directoryId, counts: { users: 12 } },
    ]);
  });
});

describe('memberships', () => {
  it('adds once: a second time is a conflict without the licence code', async () => {
    expect((await add('external-partners', people.noor)).status).toBe(204);
    expect(groupsOf(people.noor)).toContain('external-partners');
    const [status, code] = await refusal(add('external-partners', people.noor));
    expect([status, code === 'ADMIN-409-3']).toEqual([409, false]);
  });

  it('refuses beyond the seats bought with the licence code, and takes nobody in', async () => {
    await fillJira();
    const others = store.state.accounts.filter(
      ({ accountType, accountStatus, groups }) =>
        accountType === 'atlassian' && accountStatus === 'active' && groups.join() === 'confluence-users-acme',
    );
    const [outsider] = others.filter(({ accountId }) => accountId !== people.noor.accountId);
    if (!outsider) throw new Error('the seed has people with Confluence only');
    expect(await refusal(add('external-partners', outsider))).toEqual([409, 'ADMIN-409-3']);
    expect(groupsOf(outsider)).toEqual(['confluence-users-acme']);
    // Whoever has a seat takes no second one.
    expect((await add('external-partners', people.emma)).status).toBe(204);
  });

  it('leaves groups of an identity provider alone', async () => {
    const [status] = await refusal(add('idp-engineering', people.noor));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(groupsOf(people.noor)).not.toContain('idp-engineering');
  });

  it('says what it does not know', async () => {
    expect(await refusal(add('no-such-group', people.noor))).toEqual([404, 'ADMIN-404-10']);
    expect(await refusal(add('external-partners', { accountId: 'nobody' }))).toEqual([404, 'ADMIN-404-8']);
    expect(await refusal(add('external-partners', people.cora))).toEqual([404, 'ADMIN-404-8']);
    expect(await refusal(post(members('external-partners'), {}))).toEqual([400, 'ADMIN-400-24']);
  });

  it('removes', async () => {
    const pat = `${members('external-partners')}/${encodeURIComponent(people.pat.accountId)}`;
    expect((await remove(pat)).status).toBe(204);
    expect(groupsOf(people.pat)).toEqual([]);
    expect(await refusal(remove(pat))).toEqual([404, 'ADMIN-404-8']);
  });
});

describe('role assignments', () => {
  const roles = async (group: string) =>
    ((await (await get(`${directory}/groups/${group}/role-assignments`)).json()) as { data: unknown[] }).data;

  it('tells what a group grants, and what it is the default for', async () => {
    expect(await roles('everyone-acme')).toMatchObject([
      { resourceId: jira, roles: ['atlassian/user'] },
      { resourceId: `ari:cloud:confluence::site/${site.cloudId}`, roles: ['atlassian/user'] },
    ]);
    expect(await roles('jira-users-acme')).toMatchObject([{ resourceId: jira, defaultRole: 'atlassian/user' }]);
    expect(await refusal(get(`${directory}/groups/no-such-group/role-assignments`))).toEqual([404, 'ADMIN-404-10']);
  });

  it('refuses a grant that would need more seats than there are', async () => {
    const assign = (group: string) =>
      post(`${directory}/groups/${group}/role-assignments/assign`, { resourceId: jira, roleId: 'atlassian/user' });
    expect(await refusal(assign('confluence-users-acme'))).toEqual([409, 'ADMIN-409-3']);
    expect((await assign('confluence-guests-acme')).status).toBe(409);
    expect(await roles('confluence-users-acme')).toHaveLength(1);
  });
});

describe('users/invite', () => {
  const invite = (body: object) => post(`${org2}/users/invite`, body);
  const nina = 'nina.new@outside.example';

  it('makes an account that has not accepted, in the group asked for', async () => {
    const response = await invite({ emails: [nina], additionalGroups: ['external-partners'] });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: [
        { email: nina, results: [{ groupAssignmentResult: [{ group: 'external-partners', status: 'INVITED' }] }] },
      ],
    });
    expect(await walk(`${directory}/users/search`, { emails: [nina], expand: ['groups'] })).toMatchObject([
      { emailVerified: false, claimStatus: 'unmanaged', groups: [{ id: 'external-partners' }] },
    ]);
  });

  it('answers 206 when one assignment failed', async () => {
    const response = await invite({ emails: [nina], additionalGroups: ['external-partners', 'idp-engineering'] });
    expect(response.status).toBe(206);
    const { data } = (await response.json()) as {
      data: { results: { groupAssignmentResult: { status: string }[] }[] }[];
    };
    expect(data[0]?.results[0]?.groupAssignmentResult.map(({ status }) => status)).toEqual(['INVITED', 'ERROR']);
  });

  it('answers 409 when seats are full, and invites nobody', async () => {
    await fillJira();
    const before = store.state.accounts.length;
    const [status, code] = await refusal(invite({ emails: [nina], additionalGroups: ['external-partners'] }));
    expect([status, code]).toEqual([409, 'ADMIN-UAM-409-3']);
    expect(store.state.accounts).toHaveLength(before);
  });

  it('answers 402 without a paid subscription', async () => {
    store.update((state) => ({
      ...state,
      sites: state.sites.map((at) => ({
        ...at,
        products: at.products.map((product) => ({ ...product, plan: 'free' as const })),
      })),
    }));
    expect((await invite({ emails: [nina] })).status).toBe(402);
  });

  it.each([
    ['nobody', { emails: [] }],
    ['26 people', { emails: Array.from({ length: 26 }, (_, n) => `p${n}@outside.example`) }],
    ['what is no address', { emails: ['nina'] }],
  ])('refuses %s', async (_what, body) => {
    expect((await invite(body)).status).toBe(400);
  });
});
