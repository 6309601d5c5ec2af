import { describe, expect, it } from 'vitest';
import { CloudId } from '../../core/ids.ts';
import { withSite } from './ask-it.ts';

const site = (host: string) => ({ host, cloudId: CloudId.parse(`id-of-${host}`) });
const act = { cloudId: null, siteHost: null, reason: 'I test the release.' };

describe('the site of a request', () => {
  it('is the page’s own when it said one', () => {
    const said = { ...act, siteHost: 'acme.atlassian.net' };
    expect(withSite(said, [site('other.atlassian.net')])).toBe(said);
  });

  it('is the only one there is', () => {
    expect(withSite(act, [site('acme.atlassian.net')])).toEqual({
      cloudId: 'id-of-acme.atlassian.net',
      siteHost: 'acme.atlassian.net',
      reason: act.reason,
    });
  });

  it('is assumed among several, and the reviewer is told', () => {
    const placed = withSite(act, [site('acme.atlassian.net'), site('labs.atlassian.net')]);
    expect(placed.siteHost).toBe('acme.atlassian.net');
    expect(placed.reason).toBe('I test the release. (The page did not say which site; acme.atlassian.net is assumed.)');
  });

  it('stays unknown when no site is known', () => {
    expect(withSite(act, [])).toBe(act);
  });
});
