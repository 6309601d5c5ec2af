import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownProduct } from '../../../core/organization/index.ts';
import { classifyCall } from '../endpoints.ts';

const page = 'https://acme.atlassian.net';
const site = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const labs = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';
const ask = `${page}/gateway/api/invitations/v1/access-requests/bulk/request`;
const invite = `${page}/gateway/api/invitations/invite`;
const send = (url: string, body: unknown) =>
  classifyCall({
    method: 'POST',
    url: new URL(url),
    body: body === null ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
const asking = (...aris: string[]) => send(ask, { resources: aris.map((ari) => ({ ari, role: 'product/member' })) });

describe('the app that a call names', () => {
  it.each(KnownProduct.options)('is %s by every form of resource', (key) => {
    for (const ari of [
      `ari:cloud:${key}::site/${site}`,
      `ari:cloud:${key}:${site}:thing/1`,
      `ari:cloud:${key}::workspace/w1`,
      `ari:cloud:${key.toUpperCase()}::site/${site}`,
      `ARI:CLOUD:${key}::role/product/member`,
    ])
      expect(asking(ari), ari).toMatchObject({ product: key });
  });

  it.each([
    [`ari:cloud:mystery-app::site/${site}`],
    [`ari:cloud:mystery-app:${site}:board/7`],
    ['ari:cloud:Mystery-App::workspace/w1'],
    ['ari:cloud:mystery-app'],
  ])('stays unknown by its own name: %s', (ari) => expect(asking(ari)?.product).toBe('other:mystery-app'));

  it.each([
    [[`ari:cloud:jira::site/${site}`, `ari:cloud:loom::site/${site}`]],
    [[`ari:cloud:loom::site/${site}`, `ari:cloud:jira::site/${site}`]],
    [[`ari:cloud:mystery::site/${site}`, `ari:cloud:jira::site/${site}`]],
    [[`ari:cloud:platform::site/${site}`]],
    [[`ari:cloud:platform::site/${site}`, `ari:cloud:jira::site/${site}`]],
  ])('is not known when several, or a whole site, are named: %j', (aris) => {
    expect(asking(...aris)).toMatchObject({ product: null });
    expect(asking(...aris.toReversed())).toMatchObject({ product: null });
  });

  it('is one however often and in whatever spelling it is named; people are no app', () => {
    const call = asking(
      `ari:cloud:jira::site/${site}`,
      `ari:cloud:JIRA-software:${site}:issue/1`,
      'ari:cloud:identity::user/1',
    );
    expect(call).toMatchObject({ product: 'jira-software', cloudId: site });
  });

  it('is that of every product of a new user, not of the first', () => {
    const user = (...products: string[]) => send(`${page}/rest/api/3/user`, { emailAddress: 'a@b.example', products });
    expect(user('jira-software', 'loom')?.product).toBeNull();
    expect(user('loom')?.product).toBe('loom');
    expect(user()?.product).toBe('of-jira-page');
  });

  it.each<[unknown, string | null]>([
    [{ products: [{ key: 'loom' }] }, 'loom'],
    [{ products: [{ id: '77', productKey: 'loom' }, { key: 'Loom' }] }, 'loom'],
    [{ products: [{ key: 'loom' }, { key: 'jira-software' }] }, null],
    [{ input: { productKey: 'guard_detect' } }, 'guard-detect'],
    [{ product: { id: 'mystery' } }, 'other:mystery'],
    [{ product: { name: 'Jira Service Management' } }, 'jira-servicedesk'],
    [{ product: { plan: 'premium' } }, null],
    [{ products: { loom: true, confluence: false } }, 'loom'],
    [{ applicationKeys: ['jira-software'] }, 'jira-software'],
    [{ productIds: 'loom,compass' }, null],
    [{ product_ids: ['loom'], sourceProduct: 'jira-software' }, 'loom'],
    [{ productAccess: { loom: true } }, 'loom'],
    [{ products: { 'jira-software': true, 'mystery-app': true } }, null],
    [{ products: { 'jira-software': true, 'mystery-app': false } }, 'jira-software'],
    [{ products: { 'jira-software': false } }, null],
    [{ productType: 'loom' }, 'loom'],
    [{ productTypes: ['mystery-app'] }, 'other:mystery-app'],
    [{ productCode: 'loom', appSlug: 'loom' }, 'loom'],
    [{ licenses: ['jira-software', 'mystery-app'] }, null],
    [{ seats: { 'mystery-app': 1 } }, null],
    [{ seats: { count: 7, total: 8 } }, 'of-page'],
    [{ roleId: 'product/loom/member' }, 'loom'],
    [{ roleKeys: ['product/loom/member'] }, 'loom'],
    [{ roles: [{ key: 'product/loom/admin' }] }, 'loom'],
    [{ resource: { type: 'loom' } }, 'loom'],
    [{ resourceType: 'loom', resourceOwner: 'loom' }, 'loom'],
    [{ resource: { type: 'issue' }, resourceType: 'site' }, 'of-page'],
    [{ link: '/wiki/spaces/HR' }, 'confluence'],
    [{ productAccess: { loom: true, 'jira-software': true } }, null],
    [{ licenses: ['loom'] }, 'loom'],
    [{ seats: [{ type: 'compass' }] }, 'compass'],
    [{ seats: 7, licenses: ['standard'], product: 'loom' }, 'loom'],
    [{ resource: `ari:cloud-gov:loom::site/${site}` }, 'loom'],
    [{ resource: `ari:cloud-gov:identity::user/1` }, 'of-page'],
    [{ product: 'Мой апп' }, 'other:мой_апп'],
    [{ productId: 7 }, null],
    [{ productId: '' }, 'of-page'],
    [{ payload: '{"productKey":"loom"}' }, 'loom'],
    ['productKey=loom', 'loom'],
    ['products[0][key]=loom', 'loom'],
    [{ productId: `ari%3Acloud%3Aloom%3A%3Asite%2F${site}` }, 'loom'],
    [{ resourceId: 'loom' }, 'loom'],
    [{ resourceIds: ['loom', 'compass'] }, null],
    [{ resource_id: 'ari:cloud:loom::site/1' }, 'loom'],
    [{ resourceId: labs }, null],
    [{ resourceId: 7 }, null],
    [{ resources: [{ id: 'loom', role: 'product/member' }] }, 'loom'],
    [{ resourceRole: 'product/loom/member' }, 'loom'],
    [{ roles: ['product/loom/member', 'product/compass/admin'] }, null],
    [{ role: 'product/member', resourceRole: 'atlassian/user' }, 'of-page'],
    [{ link: `${page}/wiki/spaces/HR/pages/7` }, 'confluence'],
    [{ link: `${page}/browse/OPS-1` }, 'jira-software'],
    [{ link: `${page}/jira/servicedesk/projects/SUP/queues` }, 'jira-servicedesk'],
    [{ link: `${page}/browse/SUP-1`, productId: 'jira-servicedesk' }, 'jira-servicedesk'],
    [{ link: `${page}/browse/OPS-1`, productId: 'confluence' }, null],
    [{ link: `${page}/wiki/x/1`, content: { ari: `ari:cloud:jira:${site}:issue/1` } }, null],
    [{ links: [`${page}/wiki/x/1`, `${page}/browse/OPS-1`] }, null],
    [{ link: `${page}/compass/components` }, null],
    [{ link: 'https://www.example.com/wiki/x' }, 'of-page'],
  ])('is the one that a field names: %j', (body, product) => expect(send(invite, body)?.product).toBe(product));

  it.each<[unknown]>([
    [{ source: { product: 'confluence' } }],
    [{ origin: { app: 'confluence' }, referrer: { products: ['loom'], url: `${page}/wiki/x/1` } }],
    [{ analytics: { product: 'confluence', payload: '{"app":"loom"}' } }],
    [{ client: { app: 'web' }, clientAppName: 'jira-frontend', frontendProduct: 'confluence' }],
    [{ source: 'loom', inviteSource: 'confluence', utmSource: 'trello' }],
    [{ whatsapp: 'x', mapp: 'x' }],
    [{ client: [{ offering: 'loom' }] }],
    [{ projectKey: 'JSM', project: { key: 'JSM', name: 'Loom' }, groupName: 'confluence', team: 'Trello' }],
    [{ displayName: 'Confluence', users: [{ name: 'Loom' }], message: 'Loom', title: 'Jira', icon: 'compass' }],
    [{ comment: { format: 'plain_text', value: 'Loom' }, message: { text: ['Trello'] } }],
    [{ section: 'goals', tab: 'projects', view: 'analytics' }],
    [{ confluence: false, loom: null, trello: '' }],
  ])('is none where somebody comes from, nor what is only called so: %j', (body) =>
    expect(send(invite, body)?.product).toBe('of-page'));

  it.each<[unknown, string | null]>([
    [{ offeringKey: 'loom' }, 'loom'],
    [{ access: 'loom' }, 'loom'],
    [{ accessTo: ['Loom'] }, 'loom'],
    [{ service: ' loom ' }, 'loom'],
    [{ bundle: 'goals' }, 'goals'],
    [{ sku: 'loom', items: 'loom,confluence' }, null],
    [{ grants: [{ key: 'loom' }] }, 'loom'],
    [{ users: [{ email: 'a@b.example', kind: { of: 'Jira Service Management' } }] }, 'jira-servicedesk'],
    [{ access: { loom: true } }, 'loom'],
    [{ plan: 'mystery' }, 'of-page'],
    [{ experience: 'jira' }, 'of-jira-page'],
    [{ experience: 'jira', product: 'jira-servicedesk' }, 'jira-servicedesk'],
    [{ experience: 'jira', product: 'loom' }, null],
    [{ experience: 'confluence', product: 'jira' }, null],
    [{ appName: 'jira-frontend' }, null],
    [{ app: 'Loom' }, 'loom'],
    [{ appDisplayName: 'Loom' }, 'loom'],
    [{ targetApp: 'loom' }, 'loom'],
    [{ app_id: 'x' }, null],
  ])('is the one of the vocabulary that any field says, and null for a program: %j', (body, product) =>
    expect(send(invite, body)?.product).toBe(product));

  it('is never the page’s where a field of whatever name says one of the vocabulary', () => {
    const plain = KnownProduct.options.filter(
      (key) => !/^(?:goals|projects|assets|focus|talent|studio|analytics)$/.test(key),
    );
    const path = fc.array(fc.constantFrom('x', 'items', 'kind', 'wanted', 'to', 'grantTo', 'tier', 'cart', 'which'), {
      minLength: 1,
      maxLength: 4,
    });
    const wraps = fc.constantFrom<(app: string) => unknown>(
      (app) => app,
      (app) => [app],
      (app) => ({ [app]: true }),
      (app) => JSON.stringify({ inner: app }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...plain), path, wraps, fc.boolean(), (app, names, wrap, isAside) => {
        const said = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), wrap(app));
        const body = { emails: ['a@b.example'], ...(isAside ? { source: said } : { said }) };
        expect(send(invite, body)?.product).toBe(isAside ? 'of-page' : app);
      }),
    );
  });

  it('is said by the query of an address as by a body', () => {
    expect(send(`${invite}?offering=loom`, {})?.product).toBe('loom');
    expect(send(`${invite}?app=web`, {})?.product).toBeNull();
    expect(send(`${invite}?source=loom`, {})?.product).toBe('of-page');
  });

  it('is the one that is started', () => {
    const start = (productKey: string) => send(`${page}/gateway/api/xflow/${site}/activate`, { productKey })?.product;
    expect([start('loom'), start('jira-servicedesk.ondemand'), start('new-thing')]).toEqual([
      'loom',
      'jira-servicedesk',
      'other:new-thing',
    ]);
  });

  it('is named in an address too, however often encoded', () => {
    const ari = encodeURIComponent(`ari:cloud:loom::site/${site}`);
    expect(send(`${invite}?resource=${encodeURIComponent(ari)}`, {})?.product).toBe('loom');
    expect(send(`${invite}?product=loom`, {})?.product).toBe('loom');
  });

  it('is found wherever it stands: in the address, deep in the body, as a field, in a form, in broken JSON', () => {
    const ari = `ari:cloud:loom::site/${site}`;
    const deep = Array.from({ length: 1000 }).reduce<unknown>((inner) => [inner], ari);
    expect(send(`${invite}?resource=${encodeURIComponent(ari)}`, {})?.product).toBe('loom');
    expect(send(invite, { users: [], x: deep })?.product).toBe('loom');
    expect(send(invite, { [ari]: true })?.product).toBe('loom');
    expect(send(invite, `resource=${encodeURIComponent(ari)}`)?.product).toBe('loom');
    expect(send(invite, `{"resource":"${ari}", not json`)?.product).toBe('loom');
    expect(send(invite, `{"resource":"ari\\u003acloud:loom::site\\/${site}"}`)?.product).toBe('loom');
  });

  it('is the page’s only when a body was read and names none', () => {
    expect(send(invite, { users: [] })?.product).toBe('of-page');
    expect(send(invite, null)?.product).toBeNull();
    expect(send(invite, '{ not json')?.product).toBeNull();
    expect(send(invite, '{"users":[],"users":[]}')?.product).toBeNull();
  });

  it('is that of the address', () => {
    const admin = `https://admin.atlassian.com/gateway/api/adminhub/um/site/${site}/product`;
    expect(send(`${admin}/loom/access-config/use`, { groups: ['g'] })?.product).toBe('loom');
    expect(send(`${admin}/mystery/access-config/use`, { groups: ['g'] })?.product).toBe('other:mystery');
  });

  it('is not known where address and body name two', () => {
    const admin = `https://admin.atlassian.com/gateway/api/adminhub/um/site/${site}/product`;
    const wiki = `${page}/wiki/api/v2/user/access/invite-by-email`;
    expect(send(`${admin}/loom/access-config/use`, { app: 'jira-software' })?.product).toBeNull();
    expect(send(`${admin}/loom/access-config/use`, { app: 'loom' })?.product).toBe('loom');
    expect(send(wiki, { emails: ['a@b.example'], app: 'jira-software' })?.product).toBeNull();
    expect(send(`${wiki}?product=loom`, { emails: ['a@b.example'] })?.product).toBeNull();
  });
});

it('the site is not the first of several', () => {
  const both = [`ari:cloud:jira::site/${site}`, `ari:cloud:jira::site/${labs}`];
  expect(asking(...both)?.cloudId).toBeNull();
  expect(asking(...both.toReversed())?.cloudId).toBeNull();
  expect(asking('ari:cloud:loom::workspace/w1')?.cloudId).toBe('of-page');
});

describe('the site of a call', () => {
  it.each<[string, unknown, string | null]>([
    ['cloudId', { cloudId: labs }, labs],
    ['siteId in capitals', { siteId: labs.toUpperCase() }, labs],
    ['siteIds', { input: { siteIds: [labs] } }, labs],
    ['a workspace', { workspaceId: labs }, labs],
    ['a form', `cloud_ids=${labs}`, labs],
    ['a tenant', { tenantId: labs }, labs],
    ['a list of sites', { sites: [labs] }, labs],
    ['two in a list', { sites: [labs, { id: site }] }, null],
    ['a record of it', { site: { id: labs } }, labs],
    ['the address of another', { siteUrl: 'https://other.atlassian.net' }, null],
    ['its host', { hostname: 'other.atlassian.net' }, null],
    ['its host in a record', { site: { name: 'Other.atlassian.net.' } }, null],
    ['its host in JSON in a text', { payload: '{"siteUrl":"https://other.atlassian.net/x"}' }, null],
    ['a link to it', { content: { link: 'https://other.atlassian.net/browse/SEC-1' } }, null],
    ['another by its host and one by its id', { cloudId: site, siteUrl: 'https://other.atlassian.net' }, null],
    ['its own host', { siteUrl: `${page}/`, hostname: 'ACME.atlassian.net', link: `${page}/browse/A-1` }, 'of-page'],
    ['no site', { url: 'https://www.example.com', name: 'Anna', avatarUrl: 'https://other.atlassian.net' }, 'of-page'],
    ['two', { cloudIds: [site, labs] }, null],
    ['a field and a resource', { cloudId: labs, resource: `ari:cloud:jira::site/${site}` }, null],
    ['what is no id', { siteId: 'x', workspaceId: 7, requestId: labs }, null],
    ['a word', { cloudId: 'site-b' }, null],
    ['a number', { siteId: 77 }, null],
    ['a word before an id', { cloudId: `DUMMY-${labs}` }, null],
    ['an id and a word', { cloudIds: [site, 'site-b'] }, null],
    ['a word before its name', { targetCloudId: labs }, labs],
    ['the app before its name', { jiraCloudId: labs }, labs],
    ['where somebody comes from', { sourceCloudId: labs, originSiteId: 'x', website: 'x', siteId: '' }, 'of-page'],
    ['the host of where it goes', { destinationSite: 'other.atlassian.net' }, null],
    ['the link to what is shared', { shareUrl: 'https://other.atlassian.net/browse/A-1' }, null],
    ['a resource by a word', { resource: 'ari:cloud:jira-software::site/site-b' }, null],
    ['the host of another, in a list', { sites: ['other.atlassian.net'] }, null],
    ['tenants by their hosts', { tenants: ['https://other.atlassian.net'] }, null],
    ['instances by their hosts', { instances: ['other.atlassian.net'], instance: 'primary' }, null],
    ['several sites to go to', { destinationSites: [page, 'other.atlassian.net'] }, null],
    ['the address of a resource', { resourceUrl: 'https://other.atlassian.net/x' }, null],
    ['a host without its scheme', { where: '//other.jira.com/x' }, null],
    ['an instance by an id', { instanceId: labs }, null],
    ['an instance by a word', { instance: 'primary', instanceId: 'x', instanceCount: 7 }, 'of-page'],
    [
      'where somebody comes from and goes back to',
      {
        source: { siteUrl: 'https://other.atlassian.net' },
        continueUrl: 'https://other.atlassian.net/x',
        redirectTo: 'https://other.atlassian.net',
      },
      'of-page',
    ],
    [
      'what somebody wrote',
      {
        comment: { value: 'see https://other.atlassian.net/browse/A-1' },
        message: 'other.atlassian.net',
        title: 'other.atlassian.net',
      },
      'of-page',
    ],
    ['an address for mail', { emails: ['eve@other.atlassian.net'] }, 'of-page'],
    [
      'its id by another word',
      { siteUuid: labs, cloudIdentifier: labs, tenantGuid: labs, workspaceReference: labs },
      labs,
    ],
    ['a list by that name', { cloudIdList: [labs] }, labs],
    ['a reference', { siteRef: labs }, labs],
    ['a record of it by another word', { site: { uuid: labs } }, labs],
    ['a key', { siteKey: labs }, null],
    ['a list of keys', { sites: [{ key: labs }] }, null],
    ['a key of a captcha', { siteKey: '6LdAbCdEf' }, 'of-page'],
    ['names of fields', { sites: { [labs]: true } }, labs],
    ['names of fields that are not given', { sites: { [labs]: false } }, 'of-page'],
    ['a host as the name of a field', { x: { 'other.atlassian.net': 1 } }, null],
    ['fields that only hold it', { site: { data: { id: labs } }, cloudId: { value: labs } }, labs],
    ['an id beside its name', { siteInfo: { id: labs } }, null],
    [
      'what else a site has',
      { siteName: 'Acme', site: { ownerId: labs, displayName: 'A' }, siteInfo: 'A b' },
      'of-page',
    ],
    ['what is no site', { siteSessionId: labs, cloudRequestId: labs, website: labs, composite: labs }, 'of-page'],
    ['its own address in another spelling', { x: `<https:/u@ACME.atlassian.net/x>|acme.atlassian.net:443` }, 'of-page'],
    [
      'addresses for mail',
      { x: 'Eve <eve@other.atlassian.net>', y: 'mailto:eve@other.atlassian.net?subject=a/b' },
      'of-page',
    ],
    ['a way back in an address', { link: `${page}/login?u=https%3A%2F%2Fother.atlassian.net` }, 'of-page'],
    ['its host in a field for ids', { site: page, siteId: `ari:cloud:jira::site/${site}` }, site],
  ])('is named by %s', (_, body, said) => expect(send(invite, body)?.cloudId).toBe(said));

  it('is never the page’s where a field of whatever name holds the host of another', () => {
    const name = fc.constantFrom('x', 'sites', 'tenants', 'destination', 'itemUrls', 'for', 'on', 'instances', 'place');
    const other = fc
      .tuple(
        fc.constantFrom('', 'https://', '//'),
        fc.stringMatching(/^[b-z][a-z0-9]{0,8}$/),
        fc.constantFrom('atlassian.net', 'jira.com'),
        fc.constantFrom('', '/', '/browse/A-1', '.'),
      )
      .map(([scheme, host, domain, end]) => `${scheme}${host}.${domain}${end}`);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), other, fc.boolean(), (names, host, isList) => {
        const said = names.reduceRight<unknown>((inner, one) => ({ [one]: inner }), isList ? [page, host] : host);
        expect(send(invite, said)?.cloudId).toBeNull();
      }),
    );
  });

  it('is never the page’s where a text is the address of another, as lenient as browsers read it', () => {
    const scheme = fc.constantFrom(
      '',
      'https://',
      'https:/',
      'https:',
      'HTTPS://',
      'https:\\\\',
      '//',
      'wss://',
      'site://',
      'x=https://',
    );
    const login = fc.constantFrom('', 'x@', 'x:y@', 'acme.atlassian.net%2f@', 'acme.atlassian.net@');
    const host = fc.constantFrom(
      'other.atlassian.net',
      'Other.Atlassian.NET.',
      'other%2eatlassian%2Enet',
      'oth\u00ader.atlassian.net',
      'other.atlassian.n\u00adet',
      'other。atlassian．net',
      'ｏther.atlassian.net',
    );
    const end = fc.constantFrom('', '/', ':443', '/browse/A-1', '?a=b');
    const around = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `<${text}>`,
      (text) => `(${text})`,
      (text) => `"${text}"`,
      (text) => `${page}|${text}`,
      (text) => `[acme](${text})`,
      (text) => encodeURIComponent(text),
    );
    fc.assert(
      fc.property(scheme, login, host, end, around, (before, who, on, behind, within) => {
        // Without a scheme and a path it is an address for mail.
        fc.pre(who === '' || /[:/]/.test(before));
        const text = within(`${before}${who}${on}${behind}`);
        expect(send(invite, { emails: ['a@b.example'], siteUrl: text })?.cloudId, text).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is an id under every name for ids', () => {
    const word = fc.constantFrom('cloud', 'site', 'workspace', 'tenant', 'sites', 'targetCloud', 'jira_site');
    const end = fc.constantFrom(
      'Id',
      'Ids',
      'Uuid',
      'Guids',
      'Identifier',
      'Ref',
      'References',
      'IdList',
      'Key',
      'Keys',
      'IdToJoin',
      'Code',
    );
    const wraps = fc.constantFrom<(name: string, id: string) => unknown>(
      (name, id) => ({ [name]: id }),
      (name, id) => ({ [name]: [id] }),
      (name, id) => ({ [name]: { [id]: true } }),
      (name, id) => ({ [name]: { value: id } }),
      (name, id) => ({ input: JSON.stringify({ [name]: id }) }),
    );
    fc.assert(
      fc.property(word, end, wraps, (name, of, wrap) => {
        const said = send(invite, { emails: ['a@b.example'], ...(wrap(`${name}${of}`, labs) as object) })?.cloudId;
        expect([labs, null]).toContain(said);
      }),
    );
  });

  it('is no further person by its name', () => {
    for (const name of ['siteUuid', 'cloudIdentifier', 'siteReference', 'tenantGuid'])
      expect(send(invite, { emails: ['a@b.example'], [name]: labs })?.targets).toHaveLength(1);
    for (const name of ['identifier', 'uuid', 'userIdentifier', 'identifiers'])
      expect(send(invite, { emails: ['a@b.example'], [name]: 'eve' })?.targets.length).toBeGreaterThan(1);
  });

  it('costs about as much as a text is long', () => {
    const before = process.cpuUsage();
    for (const x of [
      'ü '.repeat(200_000),
      'müller.net '.repeat(50_000),
      '%41 '.repeat(200_000),
      '@.net/'.repeat(100_000),
    ])
      expect(send(invite, { emails: ['a@b.example'], x })?.cloudId).toBe('of-page');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(15_000);
  });

  it('is named by the query of an address', () => {
    expect(send(`${invite}?cloudId=${labs}`, {})?.cloudId).toBe(labs);
    expect(send(`${invite}?siteUrl=https%3A%2F%2Fother.atlassian.net`, {})?.cloudId).toBeNull();
  });

  it.each([
    `um/site/${labs}/users/invite`,
    `um/si%74e/${labs}/users/invite`,
    `um/SITE/${labs.toUpperCase()}/users/invite`,
    `um//site/x/../${labs}/users/invite`,
    `um/site/${labs}%2fusers%2finvite`,
  ])('is that of its path, however spelled: %s', (path) =>
    expect(send(`https://admin.atlassian.com/gateway/api/adminhub/${path}`, { users: [] })?.cloudId).toBe(labs));

  it('is not that of the path alone when the body names another', () =>
    expect(
      send(`https://admin.atlassian.com/gateway/api/adminhub/um/site/${site}/users/invite`, { cloudId: labs })?.cloudId,
    ).toBeNull());
});

it('app, project and person of a path are those of its plain spelling', () => {
  const admin = `https://admin.atlassian.com/gateway/api/adminhub/um/site/${site}/Product`;
  expect(send(`${admin}//lo%6fm/access-config/use`, { groups: ['g'] })?.product).toBe('loom');
  expect(send(`${page}/WIKI/api/v2/user/access/invite-by-email`, { emails: [] })?.product).toBe('confluence');
  expect(send(`${page}/rest/servicedesk/1/pages/People//customers/pagination/SUP/invite`, {})?.container).toBe('SUP');
  const id = '5b10ac8d82e05b22cc7d4EF5ab';
  expect(
    send(`https://admin.atlassian.com/gateway/api/admin/v1/orgs/${site}/USERS/${id}//roles/assign`, {})?.targets,
  ).toEqual([{ email: null, accountId: id }]);
});
