import { describe, expect, it } from 'vitest';
import { CloudId } from '../../core/ids.ts';
import { siteOf } from './organization.ts';

const site = (name: string) => ({ cloudId: CloudId.parse(name), host: `${name}.atlassian.net`, products: [] });
const [acme, labs] = [site('acme'), site('labs')];
const find = (cloudId: string | null, siteHost: string | null, sites = [acme, labs]) =>
  siteOf({ sites }, { cloudId, siteHost });

describe('the site a page names', () => {
  it.each([
    ['acme', null],
    [null, 'acme.atlassian.net'],
    [null, 'ACME.Atlassian.net'],
    [null, 'acme.atlassian.net.'],
    ['acme', 'Acme.atlassian.net.'],
  ])('%s, %s is acme', (cloudId, host) => expect(find(cloudId, host)).toBe(acme));

  it.each([
    ['acme', 'labs.atlassian.net'],
    ['labs', 'acme.atlassian.net'],
    ['acme', 'evil.example'],
    ['foreign', 'acme.atlassian.net'],
  ])('%s, %s is nobody’s to choose, whichever is listed first', (cloudId, host) => {
    for (const sites of [
      [acme, labs],
      [labs, acme],
    ])
      expect(() => find(cloudId, host, sites)).toThrow(
        expect.objectContaining({ code: 'bad-request', message: expect.stringContaining('not those of one site') }),
      );
  });

  it.each([
    ['foreign', null],
    [null, 'other.atlassian.net'],
    ['foreign', 'other.atlassian.net'],
  ])('%s, %s is another’s', (cloudId, host) =>
    expect(() => find(cloudId, host)).toThrow(expect.objectContaining({ code: 'not-found' })));

  it('has to be named', () => expect(() => find(null, null)).toThrow(expect.objectContaining({ code: 'bad-request' })));
});
