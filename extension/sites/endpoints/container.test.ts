import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerIn } from './container.ts';
import type { Json } from './json.ts';

const site = 'https://acme.atlassian.net';
const cloud = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const read = (body: unknown, path = '/gateway/api/share') => {
  const text = body === null ? null : JSON.stringify(body);
  return containerIn(new URL(path, site), body as Json, text);
};

describe('the project or space of a call', () => {
  it.each([
    [
      'a link to an issue',
      { content: { link: `${site}/browse/OPS-12`, ari: `ari:cloud:jira:${cloud}:issue/1` } },
      'OPS',
    ],
    ['a link in small letters', { content: { link: `${site}/browse/ops-12?atlOrigin=x` } }, 'OPS'],
    ['a link to a page', { content: { link: `${site}/wiki/spaces/HR/pages/7/Plan` } }, 'HR'],
    ['a field for it', { projectKey: 'ops', users: [] }, 'OPS'],
    [
      'a field far down',
      Array.from({ length: 30 }).reduce((inner) => [{ a: inner }], { spaceKey: 'HR' } as unknown),
      'HR',
    ],
    ['a field deep in a query', { variables: { input: { spaceKey: 'HR' } } }, 'HR'],
    ['a field for several', { projectKeys: ['ops', 'OPS'] }, 'OPS'],
    ['a field for a key or an id', { projectIdOrKey: 'OPS' }, 'OPS'],
    ['a field with a word before it', { targetSpaceKey: 'HR' }, 'HR'],
    ['the key of an issue', { issueKey: 'ops-12', issueIdOrKey: 'OPS-12' }, 'OPS'],
    ['an issue', { issue: 'OPS-1' }, 'OPS'],
    ['issues', { issues: ['OPS-1', 'ops-2'] }, 'OPS'],
    ['a work item', { workItemKey: 'OPS-1' }, 'OPS'],
    ['what it lies in', { parent: { key: 'OPS-1' } }, 'OPS'],
    ['the key of a container', { containerKey: 'ops' }, 'OPS'],
    ['the key of an entity', { entityKey: 'OPS-1' }, 'OPS'],
    ['a link that is shared', { shareUrl: `${site}/browse/OPS-1` }, 'OPS'],
    ['the address of a page', { page_url: `${site}/wiki/spaces/HR/pages/7` }, 'HR'],
    ['a relative link', { link: '/browse/OPS-1' }, 'OPS'],
    ['a key with a name', { project: { key: 'OPS', name: 'Operations' }, projectName: 'Operations' }, 'OPS'],
    ['a record of it', { project: { key: 'OPS' } }, 'OPS'],
    ['a link of the classic wiki', { link: `${site}/wiki/display/HR/Plan` }, 'HR'],
    ['a link to a program of the wiki', { link: `${site}/wiki/spaces/viewspacesummary.action?key=HR` }, 'HR'],
    ['a link to a page by its title', { link: `${site}/wiki/pages/viewpage.action?spaceKey=HR&title=x` }, 'HR'],
    ['a host with the dot of the root', { link: 'https://acme.atlassian.net./wiki/spaces/HR/pages/7' }, 'HR'],
    ['a link without its scheme', { link: 'acme.atlassian.net/browse/SEC-1' }, 'SEC'],
    ['a link without its scheme, with slashes', { link: '//acme.atlassian.net/browse/SEC-1' }, 'SEC'],
    ['an address in a field for one', { uri: `${site}/browse/SEC-1` }, 'SEC'],
    ['a page by its address', { page: '/browse/SEC-1', location: ' /browse/SEC-2' }, 'SEC'],
    ['where it goes', { destination: '/browse/SEC-1', path: '/projects/SEC' }, 'SEC'],
    ['a project by its address', { projectUrl: '/projects/SEC', issueUri: '/browse/SEC-1' }, 'SEC'],
    ['a short word for it', { projKey: 'ops' }, 'OPS'],
    ['whole projects by their keys', { projects: { OPS: true, SEC: false } }, 'OPS'],
    ['a project with a word before it', { jiraProject: { key: 'OPS' } }, 'OPS'],
    ['the key of an issue alone', { key: 'SEC-1', content: { key: 'sec-2' } }, 'SEC'],
    ['JSON in a text', { payload: '{"projectKey":"OPS"}' }, 'OPS'],
  ])('is read from %s', (_, body, key) => expect(read(body)).toBe(key));

  it('is never the page’s where a link leads into a site’s wiki or its issues', () => {
    const key = fc.stringMatching(/^[A-Z][A-Z0-9]{1,6}$/);
    const end = fc.constantFrom('', '/', '/x', '?a=b');
    const link = fc.oneof(
      fc
        .tuple(fc.constantFrom('/wiki/spaces/', '/wiki/display/', '/projects/', '/browse/'), key, end)
        .map(([start, named, rest]): [string, string | null] => [`${start}${named}${rest}`, named]),
      fc
        .tuple(fc.constantFrom('spaces/', 'pages/', ''), key, fc.constantFrom('key', 'spaceKey'))
        .map(([start, named, name]): [string, string | null] => [`/wiki/${start}view.action?${name}=${named}`, named]),
      fc
        .tuple(fc.constantFrom('/wiki/x/', '/wiki/pages/', '/wiki/plugins/', '/wiki/spaces/view.action/'), key, end)
        .map(([start, named, rest]): [string, string | null] => [`${start}${named}${rest}`, null]),
    );
    const field = fc.constantFrom('link', 'url', 'shareUrl', 'uri', 'href', 'destination', 'location', 'page');
    const host = fc.constantFrom('', site, `${site}.`, 'acme.atlassian.net', '//acme.atlassian.net');
    fc.assert(
      fc.property(field, host, link, (name, on, [at, named]) => {
        expect(read({ content: { [name]: `${on}${at}` } })).toBe(named);
      }),
    );
  });

  it('is not known where it is longer than any key', () => {
    const long = 'K'.repeat(256);
    expect([read({ projectKey: 'K'.repeat(255) }), read({ projectKey: long })]).toEqual(['K'.repeat(255), null]);
    expect(read({ content: { link: `${site}/browse/${long}-1` } })).toBeNull();
  });

  it('is read from the path of a call about customers', () => {
    expect(read(null, '/rest/servicedesk/1/pages/people/customers/pagination/SUP/invite')).toBe('SUP');
    expect(read({}, '/rest/api/3/project/ACME/role/10002')).toBe('ACME');
    expect(read({}, '/rest/api/3/project/10001/role/10002')).toBeNull();
    expect(read({}, '/rest/servicedeskapi/servicedesk/3/customer')).toBeNull();
    expect(read({}, '/rest/servicedeskapi/servicedesk/SUP/customer')).toBe('SUP');
  });

  it('is not the one of the body where the path names one too', () => {
    expect(read({ projectKey: 'SAFE' }, '/rest/api/3/project/10001/role/10002')).toBeNull();
    expect(read({ projectKey: 'SAFE' }, '/rest/api/3/project/OPS/role/10002')).toBeNull();
    expect(read({ projectKey: 'OPS' }, '/rest/api/3/project/OPS/role/10002')).toBe('OPS');
  });

  it('is read from the query', () => {
    expect(read({}, '/gateway/api/share?projectKey=ops')).toBe('OPS');
    expect(read({ projectKey: 'HR' }, '/gateway/api/share?projectKey=OPS')).toBeNull();
    expect(read({}, '/gateway/api/share?ari=ari%253Acloud%253Ajira%253A%253Aproject%252F1')).toBeNull();
  });

  it('is not known where nobody can read the body, unless the path names it', () => {
    expect(read(null)).toBeNull();
    expect(containerIn(new URL('/gateway/api/share', site), null, '--x\r\nprojectKey')).toBeNull();
    expect(read(null, '/rest/api/3/project/ACME/role/10002')).toBe('ACME');
  });

  it.each([
    ['an id of what lies in it', { content: { ari: `ari:cloud:confluence:${cloud}:page/7` } }],
    ['an id of its own', { projectId: 10001 }],
    ['the id of an entity', { variables: { entityId: '7', emails: ['a@b.example'] } }],
    ['two of them', { projectKey: 'OPS', link: `${site}/browse/HR-1` }],
    ['its name', { projectName: 'Operations' }],
    ['the name of a space', { spaceName: 'HR' }],
    ['a record of its name', { project: { name: 'Operations' } }],
    ['an issue by its id', { issue: 10001 }],
    ['several keys in one field', { projectKeys: ['OPS', 'HR'] }],
    ['several keys in one text', { spaceKeys: 'OPS,HR' }],
    ['a key and an id', { projectKey: 'OPS', pageId: '7' }],
    ['a key and what lies in another', { projectKey: 'OPS', ari: `ari:cloud:confluence:${cloud}:page/7` }],
    ['a number where a key may stand', { projectIdOrKey: 10001 }],
    ['the id of a container', { containerId: 'x' }],
    ['the id of a page', { target: { pageId: 7 } }],
    ['the id in a record of it', { space: { id: '7' } }],
    ['a word that may be anything', { project: 'Web shop' }],
    ['the id of a board', { boardId: 3 }],
    ['the id of a service desk', { serviceDeskId: 3 }],
    ['the id of a portal', { portalId: 3 }],
    ['the id of a queue', { queueId: 3 }],
    ['the id of a dashboard', { dashboardId: 3 }],
    ['a project with a word before it', { targetProject: 'SEC' }],
    ['a space with a word before it', { jiraSpace: 'SEC', projId: 7 }],
    ['several whole projects', { projects: { OPS: true, SEC: {} } }],
    ['a search', { jql: 'project = SEC' }],
    ['a short link', { link: `${site}/wiki/x/AbC` }],
    ['a link to a page by its id', { content: { link: `${site}/wiki/pages/viewpage.action?pageId=9` } }],
    ['a link to a portal', { url: `${site}/servicedesk/customer/portal/3` }],
    ['a link to a board by its id', { url: '/secure/RapidBoard.jspa?rapidView=1' }],
    ['a link beside a key', { projectKey: 'OPS', link: '/wiki/x/AbC' }],
    ['a resource without a site', { ari: 'ari:cloud:jira::project/10001' }],
    ['a resource in percent signs', { ari: `ari%3Acloud%3Ajira%3A${cloud}%3Aproject%2F10001` }],
    ['a resource as a field', { [`ari:cloud:jira:${cloud}:project/1`]: true }],
    ['text in a key', { projectKey: 'Web shop' }],
  ])('is not known by %s', (_, body) => expect(read(body)).toBeNull());

  it.each([
    ['nothing', {}],
    ['the ids of a site, an app or a person', { workspaceId: 'x', workspaceKey: 'W', identityId: 'x', id: '7' }],
    [
      'a role, a workspace or a person',
      {
        a: [
          'ari:cloud:jira::role/product/member',
          'ari:cloud:loom::workspace/w1',
          `ari:cloud:identity:${cloud}:user/1`,
        ],
      },
    ],
    ['an empty field', { projectKey: '', projectId: null, project: {}, projectName: '', issue: '' }],
    ['a parent or a ticket of another kind', { parent: 'x', ticket: 'y', workspaceName: 'W' }],
    ['the way back', { returnUrl: `${site}/browse/OPS-1`, avatarUrl: `${site}/browse/OPS-1` }],
    ['a whole site', { resource: `ari:cloud:jira::site/${cloud}` }],
    ['a link that leads to no project', { link: `${site}/jira/for-you` }],
    ['text that is no address', { url: 'OPS-1', comment: 'see OPS-1' }],
    [
      'a link to a page of the whole site',
      {
        links: [
          '/',
          '/jira',
          '/wiki',
          '/wiki/home',
          '/wiki/people/x',
          '/issues/?jql=x',
          '/jira/dashboards/1',
          '/goals',
        ],
      },
    ],
    ['where something is that is no address', { page: 'settings', location: 'header', path: 'x/y', target: 'users' }],
    ['a key of something else', { goal: { key: 'ACME-1' }, key: 'OPS', filter: { key: 'A-1' } }],
    ['spaces of another kind', { whitespace: 'x', namespace: 'y', diskSpace: 'z', myWorkspace: 'w' }],
  ])('is not named by %s', (_, body) => expect(read(body)).toBeUndefined());
});
