import { describe, expect, it } from 'vitest';
import type { Json } from './body.ts';
import { containerIn } from './container.ts';

const site = 'https://acme.atlassian.net';
const cloud = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const read = (body: unknown, path = '/gateway/api/share') => {
  const text = body === null ? null : JSON.stringify(body);
  return containerIn(new URL(path, site), body as Json, text);
};

describe('the project or space of a call', () => {
  it.each([
    [
      'a link to an issue',
      { content: { link: `${site}/browse/OPS-12`, ari: `ari:cloud:jira:${cloud}:issue/1` } },
      'OPS',
    ],
    ['a link in small letters', { content: { link: `${site}/browse/ops-12?atlOrigin=x` } }, 'OPS'],
    ['a link to a page', { content: { link: `${site}/wiki/spaces/HR/pages/7/Plan` } }, 'HR'],
    ['a field for it', { projectKey: 'ops', users: [] }, 'OPS'],
    [
      'a field far down',
      Array.from({ length: 30 }).reduce((inner) => [{ a: inner }], { spaceKey: 'HR' } as unknown),
      'HR',
    ],
    ['a field deep in a query', { variables: { input: { spaceKey: 'HR' } } }, 'HR'],
  ])('is read from %s', (_, body, key) => expect(read(body)).toBe(key));

  it('is read from the path of a call about customers', () => {
    expect(read(null, '/rest/servicedesk/1/pages/people/customers/pagination/SUP/invite')).toBe('SUP');
    expect(read({}, '/rest/api/3/project/ACME/role/10002')).toBe('ACME');
    expect(read({}, '/rest/api/3/project/10001/role/10002')).toBeNull();
  });

  it.each([
    ['an id of what lies in it', { content: { ari: `ari:cloud:confluence:${cloud}:page/7` } }],
    ['an id of its own', { projectId: 10001 }],
    ['the id of an entity', { variables: { entityId: '7', emails: ['a@b.example'] } }],
    ['two of them', { projectKey: 'OPS', link: `${site}/browse/HR-1` }],
  ])('is not known by %s', (_, body) => expect(read(body)).toBeNull());

  it.each([
    ['nothing', null],
    ['a whole site', { resource: `ari:cloud:jira::site/${cloud}` }],
    ['a link that leads to no project', { link: `${site}/jira/for-you` }],
    ['text that is no address', { url: 'OPS-1', comment: 'see OPS-1' }],
  ])('is not named by %s', (_, body) => expect(read(body)).toBeUndefined());
});
