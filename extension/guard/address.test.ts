import '../../tests/tools/page-interfaces.ts';
import { describe, expect, it } from 'vitest';
import { endpointAt, endpoints, hosts } from '../sites/endpoints.ts';
import { aimOf, plainPath } from './address.ts';

const site = 'https://acme.atlassian.net';
const at = (address: string, method = 'POST') => aimOf(method, address, () => `${site}/jira`).place;

describe('an address that may give access', () => {
  it.each([
    '/gateway/api/invitations/invite',
    '/gateway/api/invitations/invite#x',
    '/gateway/api/invitations/invite?x=1',
    '/gateway/api/invitations/invite/',
    '/gateway/api/invitations/invite;x=1',
    '/gateway;y/api/invitations/invite',
    '/gateway/api//invitations///invite',
    '/gateway/api/x/../invitations/./invite',
    '/gateway/api/x/%2e%2e/invitations/invite',
    '/gateway/api/x%2f..%2finvitations/invite',
    '/gateway/api/invitations/%69nvite',
    '/gateway/api/invitations/%2569nvite',
    '/gateway%2Fapi/invitations/invite',
    '/gateway\\api\\invitations\\invite',
    '/gateway%5capi/invitations/invite',
    '/GATEWAY/api/Invitations/INVITE',
    '/ga\tteway/api/invita\ntions/invite',
    '  /gateway/api/invitations/invite  ',
    'gateway/../gateway/api/invitations/invite',
    '//acme.atlassian.net/gateway/api/invitations/invite',
    'https://a:b@acme.atlassian.net/gateway/api/invitations/invite',
    'https://acme.atlassian.net:443/gateway/api/invitations/invite',
    'https://ACME.Atlassian.NET./gateway/api/invitations/invite',
    'https://acme.atlassian%2enet/gateway/api/invitations/invite',
  ])('%s', (address) => {
    const { plain } = at(address) ?? {};
    expect(plain?.toLowerCase()).toBe(`${site}/gateway/api/invitations/invite`);
  });

  it('whatever the method is written like, but not what only reads', () => {
    expect(at('/gateway/api/invitations/invite', 'pOsT')?.method).toBe('POST');
    for (const method of ['GET', 'head', 'OPTIONS', 'DELETE'])
      expect(at('/gateway/api/invitations/invite', method)).toBeNull();
  });

  it.each([
    '/rest/api/3/issue',
    '/gateway/api/v1/recommendations',
    'https://evil.example/gateway/api/invitations/invite',
    'https://notatlassian.net/gateway/api/invitations/invite',
    // As pages of apps call them, and as nothing of the tables is called.
    '/rest/myplugin/1.0/users',
    '/rest/tempo/1/backup/restore',
    '/rest/myplugin/1.0/members',
    '/rest/api/2/search/users',
    '/rest/greenhopper/1.0/role/1',
    '/gateway/api/v1/invitation-banner/seen',
    '/gateway/api/v1/shared-filters/assign',
    'https://',
  ])('but not %s', (address) => expect(at(address)).toBeNull());

  it.each([
    ['', true],
    ['?operationName=aggUserQuery&x=1', true],
    ['?query=mutation', false],
    ['?x=1&QUERY=mutation', false],
    ['?qu%65ry=mutation', false],
  ])('carries GraphQL that its body alone tells, unless it asks itself: %s', (search, graphql) =>
    expect(at(`/gateway/api/graphql${search}`)?.graphql).toBe(graphql));

  it('every endpoint of the table is seen', () => {
    for (const { name, path, methods } of endpoints) {
      const sample = path
        .replace(/\|\^.*$/, '')
        .replaceAll('[0-9a-f-]{36}', '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11')
        .replaceAll('[^/]+', 'x')
        .replaceAll('[0-9]+', '2')
        .replaceAll('[12]', '1')
        .replace(/\([^()]*\)[?*]/g, '')
        .replaceAll('(/|$)', '')
        .replace(/\(([^()|]*)\|?[^()]*\)/g, '$1')
        .replace(/[\^$]/g, '');
      for (const kind of endpoints.flatMap(({ hosts: on }) => on).flatMap((on) => hosts[on]))
        expect(aimOf(methods[0] ?? '', `https://${kind}${sample}`, () => site).place, `${kind} ${name}`).not.toBeNull();
      expect(aimOf(methods[0] ?? '', `${site}${sample}`, () => site).place, `${name} ${sample}`).not.toBeNull();
    }
  });

  it.each([
    '/gateway/api/share.',
    '/gateway/api/share%20',
    '/gateway/api/share%00',
    '/gateway/api/share./',
    '/gateway/api./share',
    '/rest/api/3/user.',
    '/rest/api/3/project/A/role./1',
    '/rest/servicedeskapi/customer%2e',
  ])('%s, with marks that a server may drop, is asked about and recognised', (path) => {
    expect(at(path)).not.toBeNull();
    expect(endpointAt('POST', new URL(path, site))).not.toBeNull();
  });

  it('keeps a path in plain spelling as it is', () => {
    expect(plainPath('/rest/api/3/user')).toBe('/rest/api/3/user');
    expect(plainPath('/rest/api/3/user.json')).toBe('/rest/api/3/user');
    expect(plainPath('/%zz/..')).toBe('');
  });
});
