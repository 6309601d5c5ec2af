// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readPageContext } from './page-context.ts';
import { readPageFacts } from './page-facts.ts';

const cloudId = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const orgId = '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01';
const emma = '712020:3d1f0a52-0001-4e11-8a01-000000000001';

const metas = (values: Record<string, string>): void => {
  for (const [name, content] of Object.entries(values)) {
    const meta = document.createElement('meta');
    meta.setAttribute('name', name);
    meta.setAttribute('content', content);
    document.head.append(meta);
  }
};
const at = (url: string) => readPageContext(new URL(url), document);

beforeEach(() => document.head.replaceChildren());

describe('Jira', () => {
  it('reads its metas', () => {
    metas({
      'ajs-cloud-id': cloudId,
      'ajs-org-id': orgId,
      'ajs-atlassian-account-id': emma,
      'ajs-remote-user-fullname': 'Emma Berg',
      'ajs-user-locale': 'de_DE',
      'ajs-licensed-products': '{"jira-software":true,"confluence":false}',
      'ajs-xflow-product-suggestions-enabled': 'false',
    });
    expect(at('https://acme.atlassian.net/jira/software/c/projects/WEB/boards/7/backlog')).toEqual({
      product: 'jira',
      surface: 'backlog',
      app: 'jira-software',
      site: 'acme.atlassian.net',
      cloudId,
      orgId,
      viewerAccountId: emma,
      viewerName: 'Emma Berg',
      projectKey: 'WEB',
      locale: 'de_DE',
      join: null,
    });
    expect(readPageFacts(document)).toEqual({ licensedProducts: ['jira-software'], productSuggestions: false });
  });

  it('never takes the user key for an account id', () => {
    metas({ 'ajs-remote-user': '5f00aa11bb22cc33dd44ee55' });
    expect(at('https://acme.atlassian.net/browse/WEB-1').viewerAccountId).toBeNull();
  });

  it('says null for what is missing, empty or broken', () => {
    metas({ 'ajs-cloud-id': '', 'ajs-org-id': '__ELIDED__', 'ajs-licensed-products': '{"jira' });
    expect(at('https://acme.atlassian.net/jira/for-you')).toMatchObject({
      cloudId: null,
      orgId: null,
      projectKey: null,
    });
    expect(readPageFacts(document)).toEqual({ licensedProducts: null, productSuggestions: null });
  });
});

it('Confluence: the remote user is the account id', () => {
  metas({ 'ajs-remote-user': '5f00aa11bb22cc33dd44ee55', 'ajs-current-user-fullname': 'Emma Berg' });
  expect(at('https://acme.atlassian.net/wiki/spaces/HR/pages/12/Leave')).toMatchObject({
    product: 'confluence',
    surface: 'page',
    projectKey: 'HR',
    viewerAccountId: '5f00aa11bb22cc33dd44ee55',
    viewerName: 'Emma Berg',
  });
});

it('a custom domain is known by its metas only', () => {
  expect(at('https://help.acme.example/').product).toBe('unknown');
  metas({ 'application-name': 'JIRA' });
  expect(at('https://help.acme.example/').product).toBe('jira');
});

describe('addresses without metas', () => {
  const resource = encodeURIComponent(`ari:cloud:jira-software::site/${cloudId}`);
  const join = `https://id.atlassian.com/join/user-access?resource=${resource}&continue=x`;

  it.each([
    [`https://admin.atlassian.com/o/${orgId}/users/${emma}`, { product: 'admin', surface: 'user', orgId, site: null }],
    [`https://admin.atlassian.com/s/${cloudId}/apps`, { product: 'admin', surface: 'apps', cloudId }],
    [
      `https://home.atlassian.com/o/${orgId}/people?cloudId=${cloudId}`,
      { product: 'home', surface: 'people', orgId, cloudId },
    ],
    [join, { product: 'id', surface: 'join', cloudId, join: { product: 'jira-software', cloudId } }],
    [`https://id.atlassian.com/login?continue=${encodeURIComponent(join)}`, { surface: 'login', cloudId }],
    [
      `https://id.atlassian.com/login?continue=${encodeURIComponent(encodeURIComponent(join))}`,
      { surface: 'login', cloudId },
    ],
    ['https://id.atlassian.com/invite/p/jira-software?id=abc', { surface: 'invite-link', cloudId: null, join: null }],
    [
      'https://acme.atlassian.net/servicedesk/customer/portal/3/SUP-1',
      { product: 'jsm', surface: 'portal', projectKey: null },
    ],
    [
      'https://acme.atlassian.net/jira/servicedesk/projects/SUP/queues/custom/3',
      { product: 'jsm', surface: 'queue', projectKey: 'SUP' },
    ],
    [
      'https://acme.atlassian.net/jira/software/projects/WEB/boards/1?selectedIssue=OPS-4',
      { surface: 'board', projectKey: 'WEB' },
    ],
    ['https://acme.atlassian.net/issues/?selectedIssue=OPS-4', { surface: 'navigator', projectKey: 'OPS' }],
    ['https://example.com/wiki/', { product: 'unknown', surface: 'unknown', site: null }],
    ['https://atlassian.net.evil.example/wiki/', { product: 'unknown', site: null }],
  ])('%s', (url, expected) => expect(at(url)).toMatchObject(expected));
});

describe('every view of a space says its key and has a name', () => {
  it.each([
    ['/projects/TEST?selectedItem=x', 'jira', 'space', 'TEST'],
    ['/projects/TEST/issues/TEST-4', 'jira', 'navigator', 'TEST'],
    ['/browse/SUP', 'jira', 'space', 'SUP'],
    ['/browse/SUP/', 'jira', 'space', 'SUP'],
    ['/jira/software/projects/WEB', 'jira', 'space', 'WEB'],
    ['/jira/core/projects/OPS/forms/form/direct/1/10000', 'jira', 'forms', 'OPS'],
    ['/jira/core/projects/OPS/approvals', 'jira', 'approvals', 'OPS'],
    ['/jira/core/projects/OPS/attachments', 'jira', 'attachments', 'OPS'],
    ['/jira/core/projects/OPS/pages', 'jira', 'pages', 'OPS'],
    ['/jira/software/c/projects/WEB/boards/7/reports/burnup', 'jira', 'reports', 'WEB'],
    ['/jira/software/projects/WEB/archived-work-items', 'jira', 'archived-work-items', 'WEB'],
    ['/jira/software/c/projects/WEB/boards/7?selectedIssue=WEB-1', 'jira', 'board', 'WEB'],
    ['/jira/servicedesk/projects/SUP/settings/channels', 'jsm', 'settings', 'SUP'],
    ['/jira/ops/teams/og-1/on-call', 'jsm', 'ops', null],
    ['/jira/helpcenter', 'jsm', 'helpcenter', null],
    ['/jira/customer-service/customers', 'jsm', 'customers', null],
    ['/jira/customer-service/overview', 'jsm', 'customer-service', null],
    ['/browse/SUP/summary', 'jira', 'space', 'SUP'],
    ['/issues?selectedIssue=ops-1', 'jira', 'navigator', 'ops'],
    ['/secure/RapidBoard.jspa?rapidView=1&projectKey=TEST', 'jira', 'board', 'TEST'],
    ['/plugins/servlet/project-config/TEST/people', 'jira', 'unknown', 'TEST'],
    ['/wiki/spaces/viewspacepermissions.action?key=HR', 'confluence', 'space', 'HR'],
    ['/wiki/spaces/viewspacesummary.action', 'confluence', 'space', null],
    ['/wiki/spaces/~first.last/pages/7', 'confluence', 'page', '~first.last'],
    ['/wiki/display/HR', 'confluence', 'space', 'HR'],
    ['/wiki/display/HR/A+Plan', 'confluence', 'page', 'HR'],
    ['/wiki/pages/viewpage.action?spaceKey=HR&title=x', 'confluence', 'page', 'HR'],
    ['/wiki/pages/viewpage.action?pageId=7', 'confluence', 'page', null],
    ['/wiki/home?selectedIssue=OPS-1', 'confluence', 'unknown', null],
    ['/jira/for-you?projectKey=Web+shop', 'jira', 'for-you', null],
  ])('%s', (path, product, surface, projectKey) =>
    expect(at(`https://acme.atlassian.net${path}`)).toMatchObject({ product, surface, projectKey }));
});

describe('the app of a page', () => {
  const app = (path: string) => at(`https://acme.atlassian.net${path}`).app;
  const licences = (...keys: string[]) =>
    metas({ 'ajs-licensed-products': JSON.stringify(Object.fromEntries(keys.map((key) => [key, true]))) });
  const both = () => licences('jira-software', 'jira-servicedesk', 'confluence');

  it.each<[string, string | null]>([
    ['/jira/software/projects/WEB/boards/1', 'jira-software'],
    ['/jira/software/c/projects/WEB/boards/7/backlog', 'jira-software'],
    ['/jira/core/projects/BIZ/board', 'jira-software'],
    ['/jira/people/712020:x/boards/3', 'jira-software'],
    ['/secure/RapidBoard.jspa?rapidView=1', 'jira-software'],
    ['/jira/servicedesk/projects/SUP/queues/1', 'jira-servicedesk'],
    ['/servicedesk/customer/portal/1', 'jira-servicedesk'],
    ['/jira/polaris/projects/IDEA/ideas/view/1', 'jira-product-discovery'],
    ['/jira/discovery/projects/IDEA', 'jira-product-discovery'],
    ['/wiki/spaces/ENG/pages/1', 'confluence'],
    ['/jira/customer-service/projects/CS/queues', null],
    ['/jira/customer-service/customers', null],
    ['/jira/mystery/projects/MYS/board', null],
    ['/jira/ops/teams', null],
    ['/jira/assets', null],
    ['/analytics/dashboards', null],
    ['/Loom/x', null],
    ['/compass/', null],
    ['/goals', null],
    ['/browse/SUP-1', null],
    ['/issues/?jql=x', null],
    ['/jira/for-you', null],
  ])('%s is %s, on a site with two apps of Jira', (path, expected) => {
    both();
    expect(app(path)).toBe(expected);
  });

  it('is the only one of Jira that the site has, where the address says that it is one', () => {
    licences('jira-software', 'jira-core', 'confluence', 'rovo');
    expect(app('/browse/WEB-1')).toBe('jira-software');
    expect(app('/jira/assets')).toBeNull();
    document.head.replaceChildren();
    licences('jira-servicedesk', 'assets');
    expect(app('/browse/SUP-1')).toBe('jira-servicedesk');
    document.head.replaceChildren();
    licences('jira-software', 'jira-customer-service');
    expect(app('/browse/SUP-1')).toBeNull();
    document.head.replaceChildren();
    licences('jira-customer-service');
    expect(app('/browse/SUP-1')).toBeNull();
  });

  it('is the one that the page’s navigation leads to for its project', () => {
    both();
    const nav = (...links: string[]) => {
      document.body.innerHTML = `<nav>${links.map((href) => `<a href="${href}">x</a>`).join('')}</nav>`;
    };
    nav('/jira/servicedesk/projects/SUP/queues', '/jira/software/projects/WEB/boards/1', '/projects/SUP');
    expect(app('/browse/SUP-1')).toBe('jira-servicedesk');
    expect(app('/browse/WEB-1')).toBe('jira-software');
    expect(app('/browse/OPS-1')).toBeNull();
    expect(app('/browse/S-1')).toBeNull();
    nav('/jira/servicedesk/projects/SUP/queues', '/jira/software/projects/SUP/boards/1');
    expect(app('/browse/SUP-1')).toBeNull();
    document.body.innerHTML = '<main><a href="/jira/software/projects/SUP">a comment</a></main>';
    expect(app('/browse/SUP-1')).toBeNull();
    document.body.replaceChildren();
  });
});
