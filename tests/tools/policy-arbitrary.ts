import fc from 'fast-check';
import { AccountId, CloudId, GroupId, RuleId } from '../../core/ids.ts';
import type { Effect } from '../../core/licence/index.ts';
import {
  ActorRole,
  type Conditions,
  Intent,
  type IntentFacts,
  type IntentTarget,
  KnownStanding,
  Mode,
  type Policy,
  type Rule,
  Weekday,
} from '../../core/policy/index.ts';

/** Few values of everything, so that rules and facts meet often. */
const few = {
  intents: Intent.options.slice(0, 5),
  products: ['jira-software', 'confluence', 'trello'] as const,
  sites: ['c1', 'c2', 'c3'].map((id) => CloudId.parse(id)),
  groups: ['it', 'staff', 'partners'].map((id) => GroupId.parse(id)),
  people: ['emma', 'liam', 'ravi'].map((id) => AccountId.parse(id)),
  types: ['managed', 'external', 'portal-only', 'app'] as const,
  domains: ['acme.example', 'partner.example', 'outside.example'],
  containers: ['OPS', 'ops', 'HR'],
  dates: ['2026-11-20T00:00:00Z', '2026-11-21T08:00:00Z', '2026-11-22T00:00:00Z'],
  clock: ['00:00', '08:00', '09:30', '18:00', '23:59'],
  zones: ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'],
  amounts: ['0', '0.10', '8.60', '8.61', '100.00'],
};

export const nows: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...few.dates),
  fc.constantFrom('2026-11-21T07:59:59.999Z', '2026-11-23T22:30:00Z', '2026-03-29T01:30:00Z', 'nonsense'),
);

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 });

/** At most a few conditions each, so that many rules match something. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

export const conditions: fc.Arbitrary<Conditions> = fc
  .record({
    intents: rarely(some(few.intents), 1),
    products: rarely(some(few.products)),
    cloudIds: rarely(some(few.sites)),
    containers: rarely(some(few.containers), 6),
    actorTypes: rarely(some(few.types)),
    actorRoles: rarely(some(ActorRole.options), 6),
    actorGroups: rarely(some(few.groups)),
    actorGroupsExcept: rarely(some(few.groups)),
    targetTypes: rarely(some(few.types)),
    targetDomains: rarely(some(few.domains)),
    targetDomainsExcept: rarely(some(few.domains)),
    targetOnVerifiedDomain: rarely(fc.boolean(), 6),
    targetGroups: rarely(some(few.groups), 6),
    targetStandings: rarely(some(KnownStanding.options)),
    seatsLeft: rarely(
      fc
        .record({
          below: rarely(fc.integer({ min: -1, max: 3 }), 1),
          atLeast: rarely(fc.integer({ min: -1, max: 3 }), 1),
        })
        .map(without)
        .filter((limit) => Object.keys(limit).length > 0),
      8,
    ),
    cost: rarely(
      fc
        .record({
          currency: fc.constantFrom('USD', 'EUR'),
          period: fc.constantFrom('month' as const, 'year' as const),
          above: rarely(fc.constantFrom(...few.amounts), 1),
          below: rarely(fc.constantFrom(...few.amounts), 1),
        })
        .filter(({ above, below }) => above !== undefined || below !== undefined)
        .map(without),
      8,
    ),
    time: rarely(
      fc
        .record({
          timeZone: fc.constantFrom(...few.zones),
          weekdays: rarely(some(Weekday.options), 1),
          from: rarely(fc.constantFrom(...few.clock), 1),
          to: rarely(fc.constantFrom(...few.clock), 1),
        })
        .filter(({ from = '00:00', to }) => from !== to)
        .map(without),
      8,
    ),
  })
  .map((when) => without(when) as Conditions);

const ruleOf = (when: fc.Arbitrary<Conditions>): fc.Arbitrary<Omit<Rule, 'id'>> =>
  fc
    .record({
      name: fc.constantFrom('One', 'Two', 'Three'),
      owner: fc.constant('IT'),
      enabled: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      mode: fc.constantFrom(...Mode.options),
      when,
      mayAskIt: fc.boolean(),
      message: fc.constantFrom<Rule['message']>('Ask IT.', { en: 'Ask IT.', de: 'Frag die IT.' }),
      validFrom: rarely(fc.constantFrom(...few.dates), 8),
      validUntil: rarely(fc.constantFrom(...few.dates), 8),
    })
    .map((rule) => without(rule) as Omit<Rule, 'id'>);

/** Policies of few rules over a small world. @param when other conditions, e.g. fewer kinds */
export const policies = (when: fc.Arbitrary<Conditions> = conditions, maxLength = 8): fc.Arbitrary<Policy> =>
  fc.record({
    version: fc.constant<number>(1),
    rules: fc
      .array(ruleOf(when), { maxLength })
      .map((rules) => rules.map((rule, index) => ({ ...rule, id: RuleId.parse(`rule-${index}`) }))),
    defaultOutcome: fc.constantFrom(
      'allow' as const,
      'allow' as const,
      'warn' as const,
      'justify' as const,
      'block' as const,
    ),
    onUnknown: fc.constantFrom('warn' as const, 'block' as const),
    breakGlass: fc.oneof(
      { weight: 3, arbitrary: fc.constant<AccountId[]>([]) },
      { weight: 1, arbitrary: fc.constant(few.people.slice(0, 1)) },
    ),
  });

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: fc.constant(null) });

const target: fc.Arbitrary<IntentTarget> = fc.record({
  email: orNull(fc.constantFrom(...few.domains.map((domain) => `nina@${domain}`), 'Nina@ACME.example', 'no address')),
  accountId: orNull(fc.constantFrom(...few.people)),
  identityType: fc.constantFrom(...few.types, 'unknown' as const),
  standing: fc.constantFrom('has-seat', 'has-seat', 'without-seat', 'new', 'unknown'),
  groups: orNull(fc.subarray(few.groups)),
});

const count = orNull(fc.integer({ min: 0, max: 4 }));

const seats = fc.record({ used: count, total: count, unlimited: fc.boolean() });

const effect: fc.Arbitrary<Effect> = fc
  .record({
    seatsAfter: seats,
    lines: fc.array(fc.record({ taken: fc.constantFrom(null, 0, 1), after: seats }), { maxLength: 3 }),
    cost: fc.oneof(
      fc.record({
        known: fc.constant(true as const),
        amount: fc.constantFrom(...few.amounts, '-8.60', 'nonsense'),
        currency: fc.constantFrom('USD', 'EUR'),
        period: fc.constantFrom('month' as const, 'year' as const),
        source: fc.constant('list'),
        verified: fc.constant(false),
      }),
      fc.constant({ known: false as const, why: 'No price.' }),
    ),
  })
  // Only these parts of an effect are ever read by rules; the licence area owns and tests the rest.
  .map((parts) => parts as unknown as Effect);

export const intentFacts: fc.Arbitrary<IntentFacts> = fc.record({
  intent: fc.constantFrom(...few.intents),
  actor: fc.record({
    accountId: orNull(fc.constantFrom(...few.people)),
    identityType: fc.constantFrom(...few.types, 'unknown' as const),
    roles: orNull(fc.subarray(ActorRole.options)),
    openRoles: fc.subarray(ActorRole.options),
    groups: orNull(fc.subarray(few.groups)),
  }),
  targets: fc.array(target, { maxLength: 3 }),
  product: orNull(fc.constantFrom(...few.products)),
  cloudId: orNull(fc.constantFrom(...few.sites, CloudId.parse('elsewhere'))),
  container: orNull(fc.constantFrom(...few.containers)),
  verifiedDomains: orNull(fc.constant(['acme.example'])),
  effect: orNull(effect),
  language: fc.constantFrom(null, 'de-AT', 'fr'),
});
