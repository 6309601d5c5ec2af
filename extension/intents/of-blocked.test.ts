import { describe, expect, it } from 'vitest';
import { CloudId } from '../../core/ids.ts';
import type { Site } from '../../core/organization/index.ts';
import { type Closed, ofBlocked } from './of-blocked.ts';

const acme = CloudId.parse('5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11');
const sites = [{ cloudId: acme, host: 'acme.atlassian.net', products: [] }] as unknown as Site[];
const all: Closed = { endpoint: () => true, navigation: () => true };
const none: Closed = { endpoint: () => false, navigation: () => false };
const invite = 'https://acme.atlassian.net/gateway/api/invitations/v1/invite';

describe('a request that was blocked', () => {
  it('is about people nobody could read, at the site of its address, of an app that nobody said', () => {
    expect(ofBlocked('POST', invite, sites, all)).toEqual({
      intent: 'invite',
      product: null,
      cloudId: acme,
      siteHost: 'acme.atlassian.net',
      container: null,
      targets: [{ email: null, accountId: null, more: null }],
      layer: 'network',
    });
  });

  it.each([
    'https://acme.atlassian.net//gateway/api/invitations/v1/%69nvite',
    'https://ACME.atlassian.net./gateway/api/invitations;x=1/v1/invite/?a=b#c',
    'https://user@acme.atlassian.net:443/gateway/api/invitations/v1/invite',
  ])('is the same act in another spelling: %s', (address) =>
    expect(ofBlocked('post', address, sites, all)).toMatchObject({ intent: 'invite', siteHost: 'acme.atlassian.net' }));

  it('names a site that is not the organization’s as it stands, and none where the host is everybody’s', () => {
    expect(ofBlocked('POST', invite.replace('acme', 'elsewhere'), sites, all)).toMatchObject({
      siteHost: 'elsewhere.atlassian.net',
      cloudId: null,
    });
    expect(ofBlocked('POST', invite.replace('acme.atlassian.net', 'admin.atlassian.com'), sites, all)).toMatchObject({
      siteHost: null,
      cloudId: null,
    });
  });

  it('is about the site that the address names, whatever host it stands on', () => {
    const other = '11111111-2222-4333-8444-555555555555';
    const at = (cloudId: string) =>
      `https://acme.atlassian.net/gateway/api/invitations/v1/invite?x=ari:cloud:jira::site/${cloudId}`;
    expect(ofBlocked('POST', at(acme), sites, all)).toMatchObject({ siteHost: 'acme.atlassian.net', cloudId: acme });
    expect(ofBlocked('POST', at(other), sites, all)).toMatchObject({ siteHost: null, cloudId: other });
  });

  it('is about the site of its path or of a field, in any spelling', () => {
    const other = '11111111-2222-4333-8444-555555555555';
    for (const path of [`um/SITE//${other}/users/invite`, `um/si%74e/${other}/users/invite`])
      expect(
        ofBlocked('POST', `https://admin.atlassian.com/gateway/api/adminhub/${path}`, sites, all),
        path,
      ).toMatchObject({ siteHost: null, cloudId: other });
    expect(ofBlocked('POST', `${invite}?cloudId=${other}`, sites, all)).toMatchObject({ cloudId: other });
  });

  it('is a page in a frame or an image, too', () => {
    const link = 'https://id.atlassian.com/invite/p/jira-software?id=abcdefghijklmnopqrstuv';
    expect(ofBlocked('GET', link, sites, all)).toMatchObject({ intent: 'join', layer: 'network', targets: [] });
    expect(ofBlocked('GET', link, sites, none)).toBeNull();
  });

  it('is none of ours when our rules do not close it, when it gives no access, or when it only reads', () => {
    expect(ofBlocked('POST', invite, sites, none)).toBeNull();
    expect(ofBlocked('GET', invite, sites, all)).toBeNull();
    for (const path of ['rest/api/3/issue', 'gateway/api/analytics', 'gateway/api/invitations/v1/invite/1'])
      expect(ofBlocked('POST', `https://acme.atlassian.net/${path}`, sites, all), path).toBeNull();
    expect(ofBlocked('POST', 'https://ads.example/gateway/api/invitations/v1/invite', sites, all)).toBeNull();
    expect(ofBlocked('POST', 'no address', sites, all)).toBeNull();
  });
});
