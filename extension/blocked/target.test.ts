import { describe, expect, it } from 'vitest';
import { blockedTarget } from './target.ts';

const cloudId = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';
const read = (intent: string, address: string) => blockedTarget({ search: `?intent=${intent}`, hash: `#${address}` });

describe('what was stopped', () => {
  it('is read from a join link', () => {
    const resource = encodeURIComponent(`ari:cloud:jira-software::site/${cloudId}`);
    const next = encodeURIComponent('https://acme-labs.atlassian.net/');
    expect(read('join', `https://id.atlassian.com/join/user-access?resource=${resource}&continue=${next}`)).toEqual({
      intent: {
        intent: 'join',
        product: 'jira-software',
        cloudId,
        siteHost: 'acme-labs.atlassian.net',
        targets: [],
        container: null,
        layer: 'network',
      },
      address: 'id.atlassian.com/join/user-access',
    });
  });

  it('is read from an invitation link, which names no site', () => {
    expect(
      read('join', 'https://id.atlassian.com/invite/p/confluence?id=abcdefghijklmnopqrstuv')?.intent,
    ).toMatchObject({
      product: 'confluence',
      cloudId: null,
      siteHost: null,
    });
  });

  it.each([
    ['join', 'https://id.atlassian.com.evil.example/join'],
    ['join', 'http://id.atlassian.com/join'],
    ['join', 'javascript:alert(1)'],
    ['join', ''],
    ['joy', 'https://id.atlassian.com/join/user-access'],
  ])('is nothing for %s %s', (intent, address) => expect(read(intent, address)).toBeNull());
});
