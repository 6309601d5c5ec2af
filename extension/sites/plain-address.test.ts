import { describe, expect, it } from 'vitest';
import { endpointAt } from './endpoints.ts';
import { plainHost, plainPath } from './plain-address.ts';

const path = '/gateway/api/invitations/invite';

describe('a plain path', () => {
  it.each([
    path,
    `${path}/`,
    `${path}//`,
    `${path}.`,
    `${path};x=1`,
    `${path}%20`,
    `${path}%00`,
    `${path}./`,
    `${path}.;x`,
    '/gateway./api/invitations/invite',
    '/gateway/api%20/invitations../invite',
    '/gateway/api/invitations%252e%20/invite',
    '/gateway/api/invitations/%69nvite',
    '/gateway/api/invitations/%2569nvite',
    '/Gateway/API/invitations/Invite',
    '//gateway///api/invitations/invite',
    '/gateway/api%2finvitations%5cinvite',
    '/gateway/api/x/..;/invitations/invite',
    '/gateway/api/x%2f../invitations/./invite',
    '/gateway;v=1/api%3bx/invitations/invite',
  ])('is the same, however it is written: %s', (written) => {
    expect(plainPath(written)).toBe(path);
    expect(endpointAt('POST', new URL(`https://acme.atlassian.net.:8443${written}#x`))?.name).toBe('invitation');
  });

  it('leaves what cannot be decoded', () => expect(plainPath('/a%zz/%ff')).toBe('/a%zz/%ff'));

  it('of a host is one without the dot of the root', () =>
    expect(plainHost('Acme.atlassian.net.')).toBe('acme.atlassian.net'));
});

it('other paths are other paths', () => {
  for (const other of [
    '/gateway/api/invitations/invited',
    '/gateway/api/invitations/x/invite',
    '/x/gateway/api/invitations',
  ])
    expect(endpointAt('POST', new URL(`https://acme.atlassian.net${other}`))).toBeNull();
});
