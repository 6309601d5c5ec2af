import { describe, expect, it } from 'vitest';
import { ofNavigation } from './of-navigation.ts';

const cloudId = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';

describe('what was stopped', () => {
  const resource = encodeURIComponent(`ari:cloud:jira-software::site/${cloudId}`);
  const next = encodeURIComponent('https://acme-labs.atlassian.net/');
  const join = {
    intent: {
      intent: 'join',
      product: 'jira-software',
      cloudId,
      siteHost: 'acme-labs.atlassian.net',
      container: null,
      targets: [],
      layer: 'network',
    },
    address: 'id.atlassian.com/join/user-access',
  };

  it.each([
    '/join/user-access',
    '//join/%75ser-access/',
    '/JOIN%2Fuser-access;x=1',
  ])('is read from a join link: %s', (path) =>
    expect(ofNavigation(`https://id.atlassian.com${path}?resource=${resource}&continue=${next}#x`)).toEqual(join));

  it('is read from an invitation link, which names no site', () => {
    expect(
      ofNavigation('https://a@id.atlassian.com/invite/p/confluence?id=abcdefghijklmnopqrstuv')?.intent,
    ).toMatchObject({ intent: 'join', product: 'confluence', cloudId: null, siteHost: null });
  });

  it('is a new app at the website, in any language', () => {
    for (const path of ['try/cloud/signup', 'de/try/cloud/signup'])
      expect(ofNavigation(`https://www.atlassian.com/${path}?bundle=confluence`)?.intent?.intent).toBe('start-app');
  });

  it.each([
    'https://id.atlassian.com.evil.example/join/user-access',
    'http://id.atlassian.com/join/user-access',
    'https://acme.atlassian.net/x',
    'https://id.atlassian.com/%6cogin',
    'javascript:alert(1)',
    '',
  ])('is nothing for %s', (address) => expect(ofNavigation(address)).toBeNull());
});
