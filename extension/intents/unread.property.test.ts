import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { TargetRef } from '../../core/identity/index.ts';
import { approvedDomainsOnly, decide, itOnlyAccess, noExternalPeople, type Policy } from '../../core/policy/index.ts';
import { classifyCall } from '../sites/endpoints.ts';
import { targetsOf } from './targets.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Everybody the directory knows; whoever is not here is new when they have an address, else unknown. */
const directory = new Map([
  ['liam@acme.example', 'has-seat'],
  ['emma@acme.example', 'has-seat'],
  ['omar@acme.example', 'without-seat'],
] as const);
const addresses = [...directory.keys(), 'eve@outside.example', 'kim@partner.example'];
const ids = ['557058:3d1f0a52-0005-4e11-8a01-000000000005', '712020:0f8fad5b-d9cb-469f-a165-70867728950e'];

/** Ways in which a call may name people. */
const shapes: readonly ((people: readonly unknown[]) => unknown)[] = [
  (people) => ({ emails: people }),
  (people) => ({ users: people.map((email) => ({ email })) }),
  (people) => ({ users: people }),
  (people) => ({ input: { invitees: people.map((id) => ({ id })) } }),
  (people) => ({ data: [{ members: people.map((accountId) => ({ accountId, role: 'x' })) }] }),
  (people) => people.map((email) => ({ user: { email } })),
  (people) => ({ recipients: people.map((value) => ({ value, name: 'x' })) }),
];

/** Ways in which one of them can be written so that we cannot read it. */
const unreadable: readonly ((person: string) => unknown)[] = [
  (person) => person.replace('@', '＠'),
  (person) => person.replace(/[@:]/, ' '),
  (person) => `${person.slice(0, 4)}\u200B${person.slice(4)}`,
  (person) => person.replace('.example', ''),
  (person) => [...person].reverse().join(''),
  (person) => ({ handle: person.slice(0, 5) }),
  (person) => person.length,
  () => null,
  () => ({}),
];

const policies: readonly Policy[] = [
  itOnlyAccess(1),
  approvedDomainsOnly(1, { domains: ['acme.example'] }),
  noExternalPeople(1),
];
const strength = { allow: 0, warn: 1, justify: 2, block: 3 };

function outcome(body: unknown, policy: Policy): { strength: number; members: number } {
  const call = classifyCall({
    method: 'POST',
    url: new URL('https://acme.atlassian.net/gateway/api/invitations/invite'),
    body: JSON.stringify(body),
  });
  const targets = targetsOf('invite', call?.targets ?? []);
  for (const target of targets) expect(TargetRef.safeParse(target).error).toBeUndefined();
  const decision = decide(
    {
      intent: 'invite',
      actor: { accountId: null, identityType: 'managed' },
      targets: targets.map(({ email, accountId }) => ({
        email,
        accountId,
        identityType: email?.endsWith('@acme.example') || accountId === ids[0] ? 'managed' : 'unknown',
        standing:
          accountId === ids[0]
            ? 'has-seat'
            : email === null
              ? 'unknown'
              : ((directory as ReadonlyMap<string, 'has-seat'>).get(email) ?? 'new'),
      })),
      product: 'jira-software',
      cloudId: null,
      verifiedDomains: ['acme.example'],
    },
    policy,
    '2026-11-21T08:00:00Z',
  );
  return { strength: strength[decision.outcome], members: targets.length };
}

it('an act never passes more easily because one of its people cannot be read', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...addresses, ...ids), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.constantFrom(...shapes),
      fc.constantFrom(...unreadable),
      fc.constantFrom(...policies),
      (people, at, shape, spoil, policy) => {
        const spoilt = people.map((person, index) => (index === at % people.length ? spoil(person) : person));
        const [before, after] = [outcome(shape(people), policy), outcome(shape(spoilt), policy)];
        // Every template stops what it does not know.
        expect(after.strength).toBeGreaterThanOrEqual(before.strength);
        expect(after.members).toBeGreaterThanOrEqual(before.members);
      },
    ),
    { numRuns: 3000 },
  );
});
