import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CloudId } from '../ids.ts';
import { AccessPathId } from './access-path.ts';
import { accessPaths } from './access-paths.ts';
import { type PostureFacts, unknownFacts } from './facts.ts';
import { Observation } from './observation.ts';
import { postureOf } from './posture.ts';
import { stateOf } from './state.ts';

const now = '2026-11-21T09:00:00.000Z';
const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.parse(now) - days * dayMs).toISOString();

const site = fc.constantFrom(null, CloudId.parse('one'), CloudId.parse('two'), CloudId.parse('three'));
const when = fc.integer({ min: -3, max: 60 }).map(daysAgo);
const path = fc.constantFrom(...AccessPathId.options);

/** Observations of any path, with its own values, the plain ones, and words that nobody knows. */
const observation = (of: fc.Arbitrary<AccessPathId> = path, values?: fc.Arbitrary<string>): fc.Arbitrary<Observation> =>
  of.chain((id) => {
    const own = accessPaths.find((one) => one.id === id)?.values.map(({ value }) => value) ?? [];
    const value = values ?? fc.constantFrom('open', 'closed', 'something-new', ...own);
    const about = { path: fc.constant(id), value, site, at: when };
    return fc.oneof(
      fc.record({ source: fc.constantFrom('api', 'directory', 'discovery', 'audit-log'), ...about }),
      fc.record({ source: fc.constant('witnessed' as const), ...about, by: fc.constant('Ida') }),
      fc
        .record({
          source: fc.constant('attested' as const),
          ...about,
          by: fc.constant('Ida'),
          days: fc.integer({ min: 1, max: 90 }),
        })
        .map(({ days, ...seen }) => ({ ...seen, until: new Date(Date.parse(seen.at) + days * dayMs).toISOString() })),
    );
  });

const count = fc.option(fc.nat({ max: 12 }), { nil: null });
const holders = fc.record({ holders: count, outsideIt: count });
const flag = fc.option(fc.boolean(), { nil: null });
const facts: fc.Arbitrary<PostureFacts> = fc.record({
  asOf: fc.option(when, { nil: null }),
  sites: fc.option(fc.uniqueArray(fc.constantFrom(CloudId.parse('one'), CloudId.parse('two'))), { nil: null }),
  adminRoles: fc.record({
    organizationAdmin: holders,
    siteAdmin: holders,
    userAccessAdmin: holders,
    trustedUser: holders,
  }),
  groups: fc.option(
    fc.array(
      fc.record({
        name: fc.constant('group'),
        synced: flag,
        isDefault: flag,
        seatProducts: fc.option(fc.uniqueArray(fc.constantFrom('jira-software' as const, 'confluence' as const)), {
          nil: null,
        }),
      }),
      { maxLength: 4 },
    ),
    { nil: null },
  ),
  approvedDomains: fc.option(
    fc.array(
      fc.record({
        domain: fc.constantFrom('acme.example', 'ANYONE'),
        serviceManagementRole: fc.constantFrom(null, 'none' as const, 'user' as const, 'customer' as const),
        adminApproval: flag,
      }),
      { maxLength: 3 },
    ),
    { nil: null },
  ),
  internalCustomers: flag,
  unclaimedOnVerifiedDomains: count,
  seats: fc.option(
    fc.array(
      fc.record({
        product: fc.constant('confluence' as const),
        cloudId: fc.constant(CloudId.parse('one')),
        plan: fc.constantFrom(null, 'free' as const, 'standard' as const),
        used: count,
        freeLimit: count,
      }),
      { maxLength: 3 },
    ),
    { nil: null },
  ),
  managedElsewhere: count,
  discoveredOutsideIt: count,
});

describe('stateOf, whatever was seen', () => {
  it('answers with a reason, and the shape fits the state', () => {
    fc.assert(
      fc.property(path, fc.array(observation(), { maxLength: 12 }), facts, (id, seen, known) => {
        const answer = stateOf(id, seen, known, now);
        expect(answer.path).toBe(id);
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(answer.attestation !== null).toBe(answer.state === 'attested');
        expect(answer.gives !== null).toBe(answer.state === 'open');
      }),
      { numRuns: 400 },
    );
  });

  it('takes every observation that the schema admits', () => {
    fc.assert(fc.property(observation(), (seen) => Observation.safeParse(seen).success));
  });

  it('never counts unknown as closed: without a word that means closed, nothing is', () => {
    const notClosed = (id: AccessPathId) => [
      'something-new',
      'open',
      ...(accessPaths.find((one) => one.id === id)?.values ?? [])
        .filter(({ state }) => state === 'open')
        .map(({ value }) => value),
    ];
    fc.assert(
      fc.property(
        path.chain((id) =>
          fc.tuple(
            fc.constant(id),
            fc.array(observation(fc.constant(id), fc.constantFrom(...notClosed(id))), { maxLength: 8 }),
          ),
        ),
        ([id, seen]) => {
          expect(['open', 'unknown']).toContain(stateOf(id, seen, unknownFacts, now).state);
        },
      ),
    );
  });

  it('never becomes closed or attested because somebody also saw it open', () => {
    const good = ['closed', 'attested'];
    fc.assert(
      fc.property(
        path.chain((id) =>
          fc.tuple(
            fc.constant(id),
            fc.array(observation(fc.constant(id)), { maxLength: 8 }),
            observation(fc.constant(id), fc.constant('open')),
          ),
        ),
        facts,
        ([id, seen, open], known) => {
          const before = stateOf(id, seen, known, now).state;
          const after = stateOf(id, [...seen, open], known, now).state;
          if (!good.includes(before)) expect(good).not.toContain(after);
          if (before === 'attested') expect(after).not.toBe('closed');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never counts an attestation that has ended', () => {
    const ended = observation().filter(
      (seen) => seen.source === 'attested' && Date.parse(seen.until) <= Date.parse(now),
    );
    fc.assert(
      fc.property(path, fc.array(ended, { maxLength: 5 }), (id, seen) => {
        expect(stateOf(id, seen, unknownFacts, now).state).toBe('unknown');
      }),
    );
  });

  it('does not depend on the order in which things were seen', () => {
    const two = fc.array(observation(fc.constant('user-invites' as const)), { maxLength: 8 });
    fc.assert(
      fc.property(two, facts, (seen, known) => {
        expect(stateOf('user-invites', seen.toReversed(), known, now).state).toBe(
          stateOf('user-invites', seen, known, now).state,
        );
      }),
    );
  });

  it('counts every path in exactly one state, and finds what is open or unknown', () => {
    fc.assert(
      fc.property(fc.array(observation(), { maxLength: 20 }), facts, (seen, known) => {
        const { counts, findings, paths } = postureOf(seen, known, now);
        expect(counts.open + counts.unknown + counts.closed + counts.attested).toBe(21);
        expect(findings.length).toBe(counts.open + counts.unknown);
        expect(paths.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
      }),
    );
  });
});
