import { describe, expect, it } from 'vitest';
import { ofNavigation, readable } from './of-navigation.ts';

const cloudId = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';

describe('what was stopped', () => {
  const resource = encodeURIComponent(`ari:cloud:jira-software::site/${cloudId}`);
  const next = encodeURIComponent('https://acme-labs.atlassian.net/');
  const join = {
    intent: 'join',
    product: 'jira-software',
    cloudId,
    siteHost: 'acme-labs.atlassian.net',
    container: null,
    targets: [],
    layer: 'network',
  };
  const of = (address: string) => ofNavigation(new URL(address));

  it.each([
    '/join/user-access',
    '//join/%75ser-access/',
    '/JOIN%2Fuser-access;x=1',
  ])('is read from a join link, and shown plainly: %s', (path) => {
    const address = new URL(`https://id.atlassian.com${path}?resource=${resource}&continue=${next}#x`);
    expect(ofNavigation(address)).toEqual(join);
    expect(readable(address)).toBe('id.atlassian.com/join/user-access');
  });

  it('is read from an invitation link, which names no site', () => {
    expect(of('https://a@id.atlassian.com/invite/p/confluence?id=abcdefghijklmnopqrstuv')).toMatchObject({
      intent: 'join',
      product: 'confluence',
      cloudId: null,
      siteHost: null,
    });
  });

  it('is read from an invitation link in any language', () => {
    for (const path of ['de/invite/p/loom', 'pt-br/invite/p/loom', '/INVITE/p/Loom'])
      expect(of(`https://id.atlassian.com/${path}`), path).toMatchObject({ intent: 'join', product: 'loom' });
  });

  it('is a new app at the website, in any language', () => {
    for (const path of ['try/cloud/signup', 'de/try/cloud/signup'])
      expect(of(`https://www.atlassian.com/${path}?bundle=confluence`)?.intent).toBe('start-app');
  });

  it.each([
    'https://id.atlassian.com.evil.example/join/user-access',
    'http://id.atlassian.com/join/user-access',
    'https://acme.atlassian.net/x',
    'https://id.atlassian.com/%6cogin',
    'javascript:alert(1)',
  ])('is nothing for %s', (address) => expect(of(address)).toBeNull());
});
