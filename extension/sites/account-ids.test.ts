import { describe, expect, it } from 'vitest';
import { accountIdOf, personOfImage, personOfLink } from './account-ids.ts';

const emma = '712020:3d1f0a52-0001-4e11-8a01-000000000001';
const pat = '5b10a2844c20165700ede215';
const cora = 'qm:6a1d2c3b-0009-4e11-8a01-000000000009:7f3b2a10-0009-4e11-8a01-000000000009';

describe('account ids', () => {
  it.each([
    [emma, emma],
    [emma.replace(':', '%3A'), emma],
    [`ari:cloud:identity::user/${pat}`, pat],
    [cora, cora],
    ['all', null],
    ['here', null],
    ['ug:33333333-3333-4333-8333-333333333333', null],
    ['33333333-3333-4333-8333-333333333333', null],
    ['', null],
    [null, null],
  ])('%s is %s', (raw, id) => expect(accountIdOf(raw)).toBe(id));
});

describe('links', () => {
  it.each([
    [`/jira/people/${emma}`, 'people-link', emma],
    [`/people/${pat}/`, 'people-link', pat],
    [`https://team.atlassian.com/people/${pat}`, 'people-link', pat],
    [`https://acme.atlassian.net./jira/people/${pat}`, 'people-link', pat],
    [`https://acme.atlassian.net/wiki/people/${emma.replace(':', '%3A')}?ref=confluence`, 'people-link', emma],
    [`https://home.atlassian.com/o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01/people/${pat}?cloudId=x`, 'people-link', pat],
    [`/secure/ViewProfile.jspa?accountId=${emma.replace(':', '%3A')}`, 'profile-link', emma],
    [`https://admin.atlassian.com/o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01/users/${emma}`, 'admin-link', emma],
    [`https://admin.atlassian.com/s/5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11/users/${pat}`, 'admin-link', pat],
    [`/jira/servicedesk/projects/SUP/customers/${cora.replaceAll(':', '%3A')}`, 'qm-id', cora],
  ])('%s is a %s', (href, kind, accountId) => expect(personOfLink(href)).toEqual({ kind, accountId }));

  it.each([
    '/jira/people/team/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01',
    '/wiki/people/search',
    '/people/me',
    `/people/agent/${pat}`,
    `/jira/people/${emma}/boards/1`,
    'https://home.atlassian.com/o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01/people?cloudId=x',
    'https://admin.atlassian.com/o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01/groups/abc',
    'https://[broken/people/x',
    `https://evil.example/people/${pat}`,
    `https://evil.example/jira/people/${emma}`,
    `https://atlassian.net.evil.example/people/${pat}`,
    `https://evilatlassian.net/people/${pat}`,
    `https://evil.example/secure/ViewProfile.jspa?accountId=${emma}`,
    `//evil.example/people/${pat}`,
    `/wiki/download/people/${pat}`,
    `/wiki/spaces/HR/pages/1/people/${pat}`,
    'javascript:void(0)//people/',
  ])('%s is nobody', (href) => expect(personOfLink(href)).toBeNull());
});

it('a link to the page’s own host leads to people, whatever domain it has', () => {
  const link = `https://wiki.acme.example/wiki/people/${pat}`;
  expect(personOfLink(link)).toBeNull();
  expect(personOfLink(link, 'wiki.acme.example')).toEqual({ kind: 'people-link', accountId: pat });
  expect(personOfLink(link, 'acme.example')).toBeNull();
});

describe('avatars', () => {
  const service = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net';
  const hash = '34752d2ae5e165749a09dfc4451f04df';

  it('reads uploaded photos, Confluence avatars and gravatar hashes', () => {
    expect(personOfImage(`${service}/${emma}/0f0f/48`)).toEqual({
      accountId: emma,
      emailHash: null,
      kind: 'avatar-url',
    });
    expect(personOfImage(`/wiki/aa-avatar/${pat}?s=48`)).toEqual({
      accountId: pat,
      emailHash: null,
      kind: 'aa-avatar',
    });
    expect(
      personOfImage(
        `https://secure.gravatar.com/avatar/${hash.toUpperCase()}?d=${encodeURIComponent(`${service}/initials/EB-1.png`)}`,
      ),
    ).toEqual({
      accountId: null,
      emailHash: hash,
      kind: 'gravatar-hash',
    });
  });

  it.each([
    `${service}/initials/EB-1.png`,
    `${service}/default-avatar.png`,
    'https://acme.atlassian.net/rest/api/2/universal_avatar/view/type/project/avatar/10402',
    'data:image/svg+xml;base64,AAAA',
    `https://evil.example/?x=https://secure.gravatar.com/avatar/${hash}`,
  ])('%s carries nothing', (src) => expect(personOfImage(src)).toBeNull());
});
