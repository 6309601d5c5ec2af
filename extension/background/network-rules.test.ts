import { beforeEach, describe, expect, it } from 'vitest';
import { Intent } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { replaceRules } from '../platform/dynamic-rules.ts';
import { endpointAt } from '../sites/endpoints.ts';
import { intentOfRule, networkRules } from './network-rules.ts';

const types = ['main_frame', 'sub_frame', 'object', 'xmlhttprequest', 'ping'];
const cloudId = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const everything = networkRules(Intent.options, types);

/** What the browser would do, in the words of its documentation. */
const fate = (rules: typeof everything, method: string, url: string, type = 'xmlhttprequest'): string => {
  const hit = rules.find(
    ({ condition }) =>
      new RegExp(condition.regexFilter ?? 'never', 'i').test(url) &&
      (condition.requestDomains?.some((domain) => `.${new URL(url).hostname}`.endsWith(`.${domain}`)) ?? true) &&
      (condition.requestMethods ?? ['get', 'post', 'put'])?.some((name) => name === method.toLowerCase()) &&
      condition.resourceTypes?.some((name) => name === type),
  );
  return hit?.action.type ?? 'pass';
};

const site = 'https://acme.atlassian.net';

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(() => {
  browser = installFakeBrowser();
});

describe('the wall', () => {
  it('says of every rule that blocks what it stops: without that intent the rule is not there', () => {
    for (const { id } of everything) {
      const intent = intentOfRule(id);
      const ids = networkRules(
        Intent.options.filter((one) => one !== intent),
        types,
      ).map((rule) => rule.id);
      expect(ids.includes(id), `${id}: ${intent}`).toBe(false);
    }
    expect(() => intentOfRule(9001)).toThrow('9001');
  });

  it.each([
    ['POST', `${site}/gateway/api/invitations/invite`],
    ['POST', `${site}/gateway/api/invitations/invite?x=1`],
    ['POST', `${site}/gateway/api/invitations/v1/access-requests/bulk/request`],
    ['POST', `${site}/gateway/api/xflow/${cloudId}/activate`],
    ['POST', `${site}/wiki/api/v2/user/access/invite-by-email`],
    ['POST', `${site}/rest/api/3/user`],
    ['POST', `https://admin.atlassian.com/gateway/api/adminhub/um/org/${cloudId}/users/invite`],
    ['POST', `https://admin.atlassian.com/gateway/api/adminhub/um/site/${cloudId}/product/jira/access-config/use`],
    ['POST', 'https://www.atlassian.com/gateway/api/bxp/signup/v1/order/7/activation'],
    ['POST', 'https://www.atlassian.com/gateway/api/bxp/signup/activate-product'],
  ])('blocks %s %s', (method, url) => expect(fate(everything, method, url)).toBe('block'));

  it.each([
    ['POST', `${site}/gateway/api/share`],
    ['POST', `${site}/rest/api/3/project/ACME/role/10002`],
    ['POST', `${site}/gateway/api/graphql?operationName=AdminInvite`],
    ['GET', `${site}/gateway/api/invitations/invite`],
    ['POST', `${site}/gateway/api/invitations/invited`],
    ['POST', `${site}/gateway/api/invitations/v1/access-requests/capabilities`],
    ['POST', 'https://evil.example/gateway/api/invitations/invite'],
    ['POST', 'https://acme.atlassian.net.evil.example/gateway/api/invitations/invite'],
    ['POST', `https://evil.example/?u=${site}/gateway/api/invitations/invite`],
  ])('lets %s %s pass', (method, url) => expect(fate(everything, method, url)).toBe('pass'));

  it('blocks the pages that give access, in tabs and in frames', () => {
    const join = `https://id.atlassian.com/join/user-access?resource=ari%3Acloud%3Ajira%3A%3Asite%2F${cloudId}`;
    for (const type of ['main_frame', 'sub_frame']) {
      expect(fate(everything, 'GET', join, type)).toBe('block');
      expect(fate(everything, 'GET', 'https://id.atlassian.com/invite/p/jira-software?id=abc', type)).toBe('block');
      expect(fate(everything, 'GET', 'https://www.atlassian.com/try/cloud/signup?bundle=confluence', type)).toBe(
        'block',
      );
    }
    expect(
      fate(everything, 'GET', `https://id.atlassian.com/login?continue=${encodeURIComponent(join)}`, 'main_frame'),
    ).toBe('pass');
    expect(fate(everything, 'GET', 'https://www.atlassian.com/software/jira', 'main_frame')).toBe('pass');
  });

  it.each([
    `${site}/gateway/api/invitations/%69nvite`,
    `${site}/gateway/api/invitations/invit%2565`,
    `${site}/gateway/api/invitations/i%6e%56%2569te`,
    `${site}/gateway/api/invitations/%6%39nvite`,
    `${site}/gateway/api/invitations/%25%36%39nvite`,
    `${site}/gateway/%61pi/invitations/invite`,
    `${site}/gateway/api/invitations/invite/x/..%2f`,
    `${site}/gateway/api/invitations%2finvite/x/%252e%252e`,
    `${site}/gateway/api./invitations/invite`,
    `${site}/gateway/api/invitations.../invite`,
    `${site}/gateway/api%20/invitations/invite`,
    `${site}/gateway/api/invitations%2500/invite`,
    `${site}/gateway%09/api/invitations/invite`,
    `${site}/gateway/api/invitations+/invite`,
    `${site}/gateway/api/invitations/invite%20`,
    `${site}/rest/api./3/user`,
    `https://admin.atlassian.com/gateway/api/admin%20/v2/orgs/${cloudId}/users/invite`,
  ])('blocks %s, which hides what it is', (url) => expect(fate(everything, 'POST', url)).toBe('block'));

  it.each([
    `${site}//rest/api/3/user`,
    `${site}/rest%2fapi/3/user`,
    `${site}/rest/api//3/user`,
    `${site}/rest/a%70i/3/user`,
    `${site}/rest/api;x/3/group//user`,
    `${site}/rest/servicedeskapi/organization//5/user`,
    `${site}/rest/servicedesk%61pi/customer`,
    `${site}/rest/service%64eskapi/customer`,
    `${site}/gateway/api/invitations/v1/access-requests./bulk/request`,
    `${site}/gateway/api/v3/invitations//x/request`,
  ])('blocks %s, whose last word alone tells little', (url) => expect(fate(everything, 'POST', url)).toBe('block'));

  it.each([
    'https://id.atlassian.com/join./user-access',
    'https://id.atlassian.com/join%20/user-access',
    'https://id.atlassian.com/invite./p/jira-software',
    'https://www.atlassian.com/try%00/cloud/signup',
    'https://www.atlassian.com/software/opsgenie./try',
  ])('blocks the page %s, which hides what it is', (url) =>
    expect(fate(everything, 'GET', url, 'main_frame')).toBe('block'));

  it.each([
    `${site}/rest/api/3/issue/ACME-1/properties/a./b`,
    `${site}/rest/api/3/issue/ACME-1/properties/100%2550`,
    `${site}/rest/api/3/iss%75e`,
    `${site}/rest/api/3/user/bulk/migrati%6Fn`,
    `${site}/rest/api/3/issue/a..%2Fb`,
    `${site}//rest/servicedeskapi/reassign`,
    `${site}//rest/servicedeskapi/request`,
    `${site}/rest/myapp/1/teams/R%2FD/request`,
    `${site}//rest/myplugin/1/user`,
  ])('lets %s pass, which is odd and gives nothing', (url) => expect(fate(everything, 'POST', url)).toBe('pass'));

  it('closes an address only when every way through it is blocked', () => {
    const asking = `${site}/gateway/api/invitations/v1/access-requests/bulk/request`;
    expect(fate(networkRules(['join'], types), 'POST', asking)).toBe('pass');
    expect(fate(networkRules(['join', 'request-access'], types), 'POST', asking)).toBe('block');
    expect(networkRules([], types)).toEqual([]);
  });

  it('agrees with the guard about addresses', () => {
    const url = new URL(`${site}/wiki/api/v2/user/access/invite-by-email`);
    expect(endpointAt('POST', url)?.bodyNeeded).toBe(false);
    expect(fate(everything, 'POST', url.href)).toBe('block');
  });

  it('keeps its ids whatever else is blocked, each once', () => {
    const id = (rules: typeof everything, part: string) =>
      rules.find(({ condition }) => condition.regexFilter?.includes(part))?.id;
    expect(id(networkRules(['start-app'], types), 'xflow')).toBe(id(everything, 'xflow'));
    expect(new Set(everything.map((rule) => rule.id)).size).toBe(everything.length);
  });

  it('is written once, in one step, and again only when it changes', async () => {
    expect(await replaceRules(everything)).toBe(true);
    browser.rules.current = browser.rules.current.map(
      (rule) => Object.fromEntries(Object.entries(rule).reverse()) as { id: number },
    );
    expect(await replaceRules(everything)).toBe(false);
    expect(browser.rules.writes).toBe(1);
    const fewer = networkRules(['start-app'], types);
    expect(await replaceRules(fewer)).toBe(true);
    expect(browser.rules.current.map((rule) => rule.id).sort()).toEqual(fewer.map((rule) => rule.id).sort());
    expect(browser.rules.writes).toBe(2);
  });

  it('goes up without a row that the browser cannot run, rather than not at all', async () => {
    browser.fake.declarativeNetRequest.isRegexSupported = async ({ regex }) => ({
      isSupported: !regex.includes('xflow'),
    });
    await replaceRules(everything);
    expect(browser.rules.current).toHaveLength(everything.length - 1);
  });
});
