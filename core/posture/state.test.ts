import { describe, expect, it } from 'vitest';
import { CloudId } from '../ids.ts';
import { unknownFacts } from './facts.ts';
import { Observation } from './observation.ts';
import { stateOf } from './state.ts';

const now = '2026-11-21T09:00:00.000Z';
const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.parse(now) - days * dayMs).toISOString();

describe('stateOf', () => {
  const seen = (given: Record<string, unknown>): Observation =>
    Observation.parse({
      path: 'user-invites',
      source: 'witnessed',
      by: 'Ida',
      at: daysAgo(1),
      value: 'closed',
      ...given,
    });
  const one = { ...unknownFacts, sites: [CloudId.parse('one')] };

  it('is fresh on the last moment before the limit and old at the limit', () => {
    const answer = (at: string) => stateOf('user-invites', [seen({ at })], one, now).state;
    expect(answer(new Date(Date.parse(now) - 30 * dayMs + 1).toISOString())).toBe('closed');
    expect(answer(daysAgo(30))).toBe('unknown');
    expect(answer(now)).toBe('closed');
  });

  it.each([
    ['api', 7],
    ['directory', 3],
    ['discovery', 30],
    ['audit-log', 7],
  ])('relies on %s for %i days', (source, limit) => {
    const answer = (days: number) => stateOf('user-invites', [seen({ source, at: daysAgo(days) })], one, now).state;
    expect(answer(limit - 1)).toBe('closed');
    expect(answer(limit)).toBe('unknown');
  });

  it('takes the worse of two words of one source at one moment', () => {
    const both = [seen({ value: 'closed' }), seen({ value: 'open' })];
    expect(stateOf('user-invites', both, one, now).state).toBe('open');
    expect(stateOf('user-invites', both.toReversed(), one, now).state).toBe('open');
  });

  it('says who saw what, how and when', () => {
    const text = (given: Record<string, unknown>) => stateOf('user-invites', [seen(given)], one, now).reasons[0]?.text;
    expect(text({ value: 'require-admin-approval' })).toBe(
      'Invitations by members wait for an admin. (seen on the admin page by Ida, 2026-11-20)',
    );
    expect(text({ source: 'attested', until: '2027-01-01T00:00:00Z' })).toBe(
      'It is said to be closed. (attested by Ida, 2026-11-20, until 2027-01-01)',
    );
    expect(text({ source: 'api' })).toBe('It is said to be closed. (read through the API, 2026-11-20)');
    expect(text({ value: 'perhaps' })).toContain('The value "perhaps" is not one we know');
    expect(text({ at: daysAgo(40) })).toBe(
      'What was seen on 2026-10-12 (witnessed) is too old to rely on. Look again.',
    );
    expect(text({ source: 'attested', at: daysAgo(40), until: daysAgo(2) })).toBe(
      'The attestation of Ida ended on 2026-11-19. Ask for it again.',
    );
  });

  it('names the attestation that ends first', () => {
    const attested = (site: string, until: string) => seen({ source: 'attested', site, until });
    const two = { ...unknownFacts, sites: [CloudId.parse('one'), CloudId.parse('two')] };
    const looks = [attested('one', '2027-03-01T00:00:00Z'), attested('two', '2027-01-01T00:00:00Z')];
    expect(stateOf('user-invites', looks, two, now).attestation?.until).toBe('2027-01-01T00:00:00Z');
    expect(stateOf('user-invites', looks.toReversed(), two, now).attestation?.until).toBe('2027-01-01T00:00:00Z');
  });

  it('says that people get in when one site lets them in and another lets them ask', () => {
    const any = (site: string, value: string) => seen({ path: 'any-domain', site, value });
    const looks = [any('one', 'may-request'), any('two', 'without-approval')];
    expect(stateOf('any-domain', looks, one, now).gives).toBe('access');
  });

  it('says the same thing once when several sites agree', () => {
    const looks = ['one', 'two'].map((site) => seen({ site, value: 'invite-anyone' }));
    expect(stateOf('user-invites', looks, one, now).reasons).toHaveLength(1);
  });

  it('does not rely on facts of the future', () => {
    const tomorrow = { ...one, asOf: daysAgo(-1), unclaimedOnVerifiedDomains: 0 };
    expect(stateOf('accounts-on-our-domain', [], tomorrow, now)).toMatchObject({
      state: 'unknown',
      reasons: [{ code: 'facts-not-dated' }],
    });
  });

  it('names the site that nobody looked at', () => {
    const two = { ...unknownFacts, sites: [CloudId.parse('one'), CloudId.parse('two')] };
    expect(stateOf('user-invites', [seen({ site: 'one' })], two, now).reasons[0]?.text).toContain('the site two');
    expect(stateOf('user-invites', [seen({ site: 'one' })], unknownFacts, now).reasons[0]?.text).toContain(
      'not all of them',
    );
  });

  it('keeps open over later bad news that is old', () => {
    const looks = [
      seen({ source: 'attested', value: 'open', at: daysAgo(200), until: '2027-01-01T00:00:00Z' }),
      seen({ value: 'perhaps', at: daysAgo(100) }),
    ];
    expect(stateOf('user-invites', looks, one, now).state).toBe('open');
  });

  it.each([
    'open',
    'perhaps',
  ])('does not fall back on an attestation after %s was seen, however old that is', (value) => {
    const looks = [
      seen({ source: 'attested', at: daysAgo(50), until: '2027-01-01T00:00:00Z' }),
      seen({ value, at: daysAgo(40) }),
    ];
    expect(stateOf('user-invites', looks, one, now).state).toBe('unknown');
  });

  it('lets good news that is old pass behind a younger attestation', () => {
    const looks = [
      seen({ source: 'attested', at: daysAgo(50), until: '2027-01-01T00:00:00Z' }),
      seen({ value: 'open', at: daysAgo(60) }),
      seen({ source: 'api', value: 'closed', at: daysAgo(40) }),
    ];
    expect(stateOf('user-invites', looks, one, now).state).toBe('attested');
  });
});

describe('Observation', () => {
  it.each([
    [{ source: 'attested', by: 'Ida', until: '2026-01-01T00:00:00Z' }, 'until', 'ends after it was given'],
    [{ source: 'witnessed', by: '' }, 'by', 'Say who'],
    [{ source: 'api', value: '' }, 'value', 'Write the value'],
    [{ source: 'api', at: 'yesterday' }, 'at', 'Write a date and time'],
  ])('refuses %o and says what to do', (given, where, message) => {
    const parsed = Observation.safeParse({ path: 'api', value: 'closed', at: now, ...given });
    const issue = parsed.error?.issues.find(({ path: at }) => at.join('.') === where);
    expect(issue?.message).toContain(message);
  });

  it('is of the whole organization when no site is named', () => {
    expect(Observation.parse({ path: 'api', source: 'api', value: 'closed', at: now }).site).toBeNull();
  });
});
