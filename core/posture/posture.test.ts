import { describe, expect, it } from 'vitest';
import { CloudId } from '../ids.ts';
import { driftOf } from './drift.ts';
import { unknownFacts } from './facts.ts';
import { Observation } from './observation.ts';
import { postureOf } from './posture.ts';

const now = '2026-11-21T09:00:00Z';
const seen = (given: Record<string, unknown>): Observation =>
  Observation.parse({
    path: 'user-invites',
    source: 'witnessed',
    by: 'Ida',
    at: '2026-11-20T09:00:00Z',
    value: 'closed',
    ...given,
  });
const facts = { ...unknownFacts, asOf: '2026-11-20T09:00:00Z', sites: [CloudId.parse('one')] };

describe('postureOf', () => {
  it('leaves closed and attested paths out of the findings', () => {
    const looks = [seen({}), seen({ path: 'api', source: 'attested', until: '2027-01-01T00:00:00Z' })];
    const { findings, counts } = postureOf(looks, facts, now);
    expect(counts).toEqual({ open: 0, unknown: 19, closed: 1, attested: 1 });
    expect(findings.map(({ path }) => path)).not.toContain('user-invites');
    expect(findings.map(({ path }) => path)).not.toContain('api');
  });

  it('brings the fix, what is covered, and says when nothing of ours stops a path', () => {
    const { findings } = postureOf(
      [seen({ path: 'marketplace-apps', value: 'open' }), seen({ value: 'open' })],
      facts,
      now,
    );
    expect(findings[0]).toMatchObject({
      path: 'user-invites',
      number: 4,
      kind: 'open',
      severity: 'high',
      coveredBy: ['page', 'network'],
      fix: { centralized: { steps: ['Apps', 'App access settings', 'User invites', 'Require admin approval'] } },
    });
    expect(findings[0]?.reasons.map(({ code }) => code)).not.toContain('not-covered');
    const marketplace = findings.find(({ path }) => path === 'marketplace-apps');
    expect(marketplace).toMatchObject({ severity: 'medium', kind: 'open' });
    expect(marketplace?.reasons.at(-1)?.code).toBe('not-covered');
    // Medium and open goes before what is only unknown.
    expect(findings[1]?.path).toBe('marketplace-apps');
  });

  it('lists drift of every path', () => {
    const earlier = { at: '2026-11-01T09:00:00Z' };
    const looks = [
      seen({ ...earlier, path: 'api' }),
      seen({ path: 'api', value: 'open' }),
      seen(earlier),
      seen({ value: 'open' }),
    ];
    expect(postureOf(looks, facts, now).drifts.map(({ path }) => path)).toEqual(['user-invites', 'api']);
  });

  it('takes the ages that the organization chose', () => {
    const week = postureOf([seen({})], facts, now, {
      api: 1,
      witnessed: 1,
      directory: 1,
      discovery: 1,
      'audit-log': 1,
    });
    expect(week.counts.closed).toBe(0);
  });
});

describe('driftOf', () => {
  const day = (date: string) => ({ at: `2026-11-${date}T09:00:00Z` });

  it('tells who saw what before and after, oldest change first, whatever the order of the list', () => {
    const looks = [
      seen({ ...day('03'), value: 'require-admin-approval' }),
      seen({ ...day('01'), value: 'require-admin-approval' }),
      seen({ ...day('02'), value: 'invite-anyone', source: 'api' }),
    ];
    expect(driftOf('user-invites', looks)).toEqual([
      {
        path: 'user-invites',
        site: null,
        direction: 'opened',
        before: { value: 'require-admin-approval', source: 'witnessed', by: 'Ida', at: '2026-11-01T09:00:00Z' },
        after: { value: 'invite-anyone', source: 'api', by: null, at: '2026-11-02T09:00:00Z' },
        text: 'On 2026-11-02 it was "invite-anyone"; on 2026-11-01 it had been "require-admin-approval".',
      },
      expect.objectContaining({ direction: 'closed' }),
    ]);
  });

  it('sorts changes of several sites by date', () => {
    const looks = ['b', 'a'].flatMap((site, index) => [
      seen({ ...day('01'), site }),
      seen({ ...day(`0${5 - index}`), site, value: 'open' }),
    ]);
    expect(driftOf('user-invites', looks).map(({ site }) => site)).toEqual(['a', 'b']);
  });

  it('leaves other paths out', () => {
    expect(driftOf('api', [seen({ ...day('01') }), seen({ ...day('02'), value: 'open' })])).toEqual([]);
  });

  const change = (from: string, to: string, path = 'user-invites') =>
    driftOf(path as 'user-invites', [
      seen({ ...day('01'), path, value: from }),
      seen({ ...day('02'), path, value: to }),
    ])[0]?.direction;

  it('opens from closed or from a word that nobody knows', () => {
    expect(change('closed', 'open')).toBe('opened');
    expect(change('perhaps', 'open')).toBe('opened');
  });

  it('closes from open or from a word that nobody knows', () => {
    expect(change('open', 'closed')).toBe('closed');
    expect(change('perhaps', 'closed')).toBe('closed');
  });

  it('changes between words of one weight, and to words that nobody knows', () => {
    expect(change('no-domains', 'role-none', 'approved-domains')).toBe('changed');
    expect(change('customer', 'user-without-approval', 'approved-domains')).toBe('changed');
    expect(change('perhaps', 'maybe')).toBe('changed');
    expect(change('closed', 'perhaps')).toBe('changed');
    expect(change('open', 'perhaps')).toBe('changed');
  });

  it('takes the plain word for the setting’s own', () => {
    expect(change('open', 'invite-anyone')).toBeUndefined();
    expect(change('require-admin-approval', 'closed')).toBeUndefined();
  });
});
