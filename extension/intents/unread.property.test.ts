// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { parseAccountId, parseAddress, TargetRef, type Whom } from '../../core/identity/index.ts';
import { approvedDomainsOnly, decide, itOnlyAccess, noExternalPeople, type Policy } from '../../core/policy/index.ts';
import { classifyCall } from '../sites/endpoints.ts';
import { readShareDialogs } from '../sites/share-dialog.ts';
import { peopleOfDialog } from './people-of-dialog.ts';
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

const site = 'https://acme.atlassian.net/gateway/api';
interface Sent {
  readonly path: string;
  readonly body: string;
}
/** As a record under names that say nothing: `{ a: …, b: … }`. */
const byName = (people: readonly unknown[]): object =>
  Object.fromEntries(people.map((person, index) => [String.fromCodePoint(97 + index), person]));
/** Whoever cannot be read stands in a field that nobody knows. */
const inSomeField = (person: unknown): object =>
  parseAddress(written(person)) === null && parseAccountId(written(person)) === null
    ? { who: person }
    : { email: person };
const asNames = (people: readonly unknown[]): object =>
  Object.fromEntries(people.map((person) => [written(person), { role: 'member' }]));
const invited = (body: unknown): Sent => ({ path: 'invitations/invite', body: JSON.stringify(body) });
const form = (fields: readonly (readonly [string, unknown])[]): Sent => ({
  path: 'invitations/invite',
  body: new URLSearchParams(fields.map(([name, value]) => [name, written(value)])).toString(),
});
const graphql = (query: string, variables: unknown): Sent => ({
  path: 'graphql',
  body: JSON.stringify({ query, variables }),
});
/** A form has texts only. */
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Ways in which a call may name people, wherever these are people by the name of their field. */
const shapes: readonly ((people: readonly unknown[]) => Sent)[] = [
  (people) => invited({ emails: people }),
  (people) => invited({ users: people.map((email) => ({ email })) }),
  (people) => invited({ users: people }),
  (people) => invited({ input: { invitees: people.map((id) => ({ id })) } }),
  (people) => invited({ data: [{ members: people.map((accountId) => ({ accountId, role: 'x' })) }] }),
  (people) => invited(people.map((email) => ({ user: { email } }))),
  (people) => invited({ recipients: people.map((value) => ({ value, name: 'x' })) }),
  (people) => invited({ cc: people, to: [] }),
  (people) => invited({ members: byName(people) }),
  (people) => invited({ users: byName(people.map((email) => ({ email }))) }),
  (people) => invited({ users: { ...people } }),
  (people) => invited({ invitations: people.map(inSomeField) }),
  (people) => invited({ members: asNames(people) }),
  (people) => invited({ payload: JSON.stringify({ users: people }) }),
  (people) => form(people.map((email) => ['emails', email])),
  (people) => form(people.map((email) => ['emails[]', email])),
  (people) => form(people.map((email, index) => [`a[${index}][email]`, email])),
  (people) => form(people.map((id, index) => [`users.${index}.id`, id])),
  (people) => ({
    path: 'share',
    body: JSON.stringify({ recipients: people.map((value) => ({ type: 'external_user', value })) }),
  }),
  (people) =>
    graphql('mutation x($i: AdminInviteInput!) { y(i: $i) }', { i: { users: people.map((email) => ({ email })) } }),
  (people) =>
    graphql(`mutation { adminInvite(users: [${people.map((id) => `{id: ${JSON.stringify(written(id))}}`)}]) }`, {}),
];

/** Ways that say nothing of people by their names: there one of them that can be read tells what the others are. */
const unknownFields: typeof shapes = [
  (people) => invited({ whoever: people }),
  (people) => invited({ x: { y: people.map((contact) => ({ contact, z: 1 })) } }),
  (people) => invited({ x: people.map((person, index) => ({ [String.fromCodePoint(97 + index)]: person })) }),
  (people) => invited({ requests: people.map((to) => ({ payload: { to } })) }),
  (people) => invited({ x: { ...people } }),
  (people) => invited({ x: asNames(people) }),
  (people) => invited({ csv: ['email', ...people.map(written)].join('\n') }),
  (people) => form(people.map((email, index) => [`whoever[${index}]`, email])),
];

/** Ways in which one of them can be written so that we cannot read it. */
const unreadable: readonly ((person: string) => unknown)[] = [
  (person) => person.replace('@', '＠'),
  (person) => person.replace('@', ' at '),
  (person) => person.replace(/[@:]/, ' '),
  (person) => `${person.slice(0, 4)}\u200B${person.slice(4)}`,
  (person) => person.replace('.example', ''),
  (person) => person.replace('acme.', 'ac\u00ADme.').replace('-4e11', '\u00AD-4e11'),
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

function outcome(people: readonly Whom[], policy: Policy): { strength: number; members: number } {
  const targets = targetsOf('invite', people);
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

function ofCall({ path, body }: Sent, policy: Policy) {
  const call = classifyCall({ method: 'POST', url: new URL(`${site}/${path}`), body });
  // Whatever is no act passes without being asked about.
  return call === null ? { strength: -1, members: 0 } : outcome(call.targets, policy);
}

const somePeople = fc.uniqueArray(fc.constantFrom(...addresses, ...ids), { minLength: 1, maxLength: 5 });
const which = fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 });

/** Every template stops what it does not know. */
function expectNoWeaker(before: ReturnType<typeof outcome>, after: ReturnType<typeof outcome>): void {
  expect(after.strength).toBeGreaterThanOrEqual(before.strength);
  expect(after.members).toBeGreaterThanOrEqual(before.members);
}

/** Spoils some; two that become the same text are one, so each is spoilt in a way of its own. */
const spoilt = (people: readonly string[], at: readonly number[], ways: readonly ((person: string) => unknown)[]) =>
  people.map((person, index) => {
    const turn = at.indexOf(index);
    return turn < 0 ? person : (ways[turn]?.(person) ?? null);
  });
const ways = fc.uniqueArray(fc.constantFrom(...unreadable), { minLength: 3, maxLength: 3 });

it('an act never passes more easily because some of its people cannot be read', () => {
  fc.assert(
    fc.property(
      somePeople,
      which,
      fc.constantFrom(...shapes),
      ways,
      fc.constantFrom(...policies),
      (people, at, shape, how, policy) =>
        expectNoWeaker(ofCall(shape(people), policy), ofCall(shape(spoilt(people, at, how)), policy)),
    ),
    { numRuns: 3000 },
  );
});

it('nor where nothing but another person tells that people stand there', () => {
  fc.assert(
    fc.property(
      somePeople,
      which,
      fc.constantFrom(...unknownFields),
      ways,
      fc.constantFrom(...policies),
      (people, at, shape, how, policy) => {
        fc.pre(people.some((_, index) => !at.includes(index)));
        expectNoWeaker(ofCall(shape(people), policy), ofCall(shape(spoilt(people, at, how)), policy));
      },
    ),
    { numRuns: 1000 },
  );
});

it('nor where one entry names two and one of these cannot be read', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...addresses),
      fc.constantFrom(...ids),
      fc.constantFrom(...unreadable),
      fc.boolean(),
      fc.constantFrom(...policies),
      (email, accountId, spoil, first, policy) => {
        const entry = (person: object) => invited({ users: [person] });
        const broken = first ? { email: spoil(email), accountId } : { email, accountId: spoil(accountId) };
        // "No address" and "no account" are what an entry with the other one says.
        fc.pre(Object.values(broken).every((value) => value !== null));
        expectNoWeaker(ofCall(entry({ email, accountId }), policy), ofCall(entry(broken), policy));
      },
    ),
    { numRuns: 500 },
  );
});

/** Ways in which a call describes one person by a record. */
const described: readonly ((person: object) => Sent)[] = [
  (person) => invited({ users: [person] }),
  (person) => invited({ invitees: { a: person } }),
  (person) => invited({ members: { 0: person } }),
  (person) => invited({ users: [JSON.stringify(person)] }),
  (person) => invited({ payload: JSON.stringify({ recipients: [{ user: person }] }) }),
  (person) => invited({ users: { 'omar@acme.example': person } }),
  (person) => invited([{ user: person }]),
  (person) => form(Object.entries(person).map(([name, value]) => [`users[0][${name}]`, value])),
  (person) => ({ path: 'share', body: JSON.stringify({ recipients: [person] }) }),
  (person) => graphql('mutation x($i: AdminInviteInput!) { y(i: $i) }', { i: { users: [person] } }),
];
const somebodyElse: readonly unknown[] = [
  'Eve Ray',
  'eve at outside dot example',
  '5b10ac8d82e05b22cc7d4ef5',
  7,
  ['eve', 'jo'],
  [7],
  { id: '5b10ac8d82e05b22cc7d4ef5' },
  [{ handle: 'eve' }],
  { crew: { lead: 'eve' } },
  '{"proxies":["eve"]}',
];

it('what is said in the record of a person is about others where nobody knows its name', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...described),
      fc.constantFrom('delegate', 'proxies', 'alsoInvite', 'aliases', 'others', 'handles', 'nodes', 'x', 'plusOne'),
      fc.constantFrom(...somebodyElse),
      fc.boolean(),
      fc.constantFrom(...policies),
      (sent, name, value, first, policy) => {
        const person = { email: 'liam@acme.example' };
        const alone = ofCall(sent(person), policy);
        const more = ofCall(sent(first ? { [name]: value, ...person } : { ...person, [name]: value }), policy);
        expectNoWeaker(alone, more);
        expect(more.members).toBeGreaterThan(alone.members);
      },
    ),
    { numRuns: 1000 },
  );
});

/** What a call may carry of which nobody can be read, or not by everybody. */
const beside: readonly { readonly path: string; readonly body: object }[] = [
  ...['emailsToInvite', 'usersToAdd', 'accountIdList', 'usersV2', 'memberRefs', 'identities', 'principalAris'].map(
    (name) => ({ path: 'gateway/api/invitations/invite', body: { [name]: ['5b10ac8d82e05b22cc7d4ef5'] } }),
  ),
  { path: 'gateway/api/invitations/invite', body: { usersV2: [{ id: 'eve at outside' }] } },
  { path: 'gateway/api/invitations/invite', body: { invitees: [{ type: 'group', id: 'contractors' }] } },
  { path: 'gateway/api/invitations/invite', body: { usersById: { '5b10ac8d82e05b22cc7d4ef5': {} } } },
  ...['invites', 'invitations', 'teammates', 'agents'].map((name) => ({
    path: 'gateway/api/invitations/invite',
    body: { [name]: ['eve'] },
  })),
  { path: 'rest/api/3/project/OPS/role/10002', body: { teams: ['t'] } },
  { path: 'rest/api/3/project/OPS/role/10002', body: { group: ['contractors'] } },
  { path: 'rest/api/3/project/OPS/role/10002', body: { groupId: ['7'] } },
  {
    path: 'rest/api/3/project/OPS/role/10002',
    body: { categorisedActors: { 'atlassian-group-role-actor': ['contractors'] } },
  },
  ...['handles', 'nodes', 'who', 'squads', 'ids', 'domains'].flatMap((name) =>
    ['gateway/api/invitations/invite', 'rest/api/3/project/OPS/role/10002'].map((path) => ({
      path,
      body: { [name]: ['eve'] },
    })),
  ),
  { path: 'rest/api/3/project/OPS/role/10002', body: { actorUser: { accountId: '5b10ac8d82e05b22cc7d4ef5' } } },
  { path: 'rest/api/3/project/OPS/role/10002?group=contractors', body: {} },
  { path: 'gateway/api/share', body: { recipients: [{ type: 'external_user', value: 'eve outside' }] } },
  { path: 'gateway/api/share', body: { recipients: [{ type: 'user', id: ids[0] }], external: ['eve outside'] } },
];
const knownPeople: readonly object[] = [
  { emails: ['liam@acme.example'] },
  { user: [ids[0]] },
  { members: [{ accountId: ids[0] }] },
  { note2: 'liam@acme.example' },
];

it('an act never passes more easily because it names a known person besides', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...beside),
      fc.constantFrom(...knownPeople),
      fc.boolean(),
      fc.constantFrom(...policies),
      ({ path, body }, person, first, policy) => {
        const sent = (whole: object): Sent => ({ path: `../../${path}`, body: JSON.stringify(whole) });
        expectNoWeaker(
          ofCall(sent(body), policy),
          ofCall(sent(first ? { ...person, ...body } : { ...body, ...person }), policy),
        );
      },
    ),
    { numRuns: 500 },
  );
});

/** Operations that give access, most of them to somebody who cannot be read or is nobody known. */
const operations: readonly object[] = [
  { query: 'mutation { adminInvite(input: { ids: ["eve"] }) { ok } }' },
  { query: 'mutation { adminInvite(users: ["eve@outside.example"]) { ok } }' },
  { query: 'mutation { inviteFromFile(fileId: "x") { ok } }' },
  { query: 'mutation { inviteFromFile(fileId: "x", approver: "liam@acme.example") { ok } }' },
  { query: 'mutation { inviteUsers(emails: ["liam@acme.example"], handles: ["eve"]) { ok } }' },
  { operationName: 'InviteUsers', extensions: {}, variables: { listId: 'x' } },
  { query: 'mutation($i: AdminAssignRoleInput!) { y(i: $i) { ok } }', variables: { i: { groupId: 'g' } } },
  { query: 'mutation { doThing(emails: ["liam@acme.example"]) { ok } }' },
];
const others: readonly object[] = [
  { query: 'mutation { adminInvite(users: ["liam@acme.example"]) { ok } }' },
  { query: `{ user(accountId: "${ids[0]}") { id } }` },
  { query: `mutation { assign(accountId: "${ids[0]}") { ok } }` },
  { operationName: 'userQuery', extensions: {}, variables: { userId: ids[0] } },
];

it('an operation of a batch never passes more easily because of another', () => {
  const sent = (...batch: readonly object[]): Sent => ({ path: 'graphql', body: JSON.stringify(batch) });
  fc.assert(
    fc.property(
      fc.constantFrom(...operations),
      fc.array(fc.constantFrom(...others, ...operations), { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 3 }),
      fc.constantFrom(...policies),
      (operation, more, at, policy) =>
        expectNoWeaker(ofCall(sent(operation), policy), ofCall(sent(...more.toSpliced(at, 0, operation)), policy)),
    ),
    { numRuns: 500 },
  );
});

/** Ways in which a dialog may show a person, by what is shown. */
const chips: readonly ((person: string) => string)[] = [
  (person) => `<span data-user-picker-multi-value="">${person}<button>×</button></span>`,
  (person) =>
    `<span data-user-picker-multi-value=""><b>${person}</b><span class="sr-only">, selected, 1 of 2</span></span>`,
  (person) => `<span data-user-picker-multi-value="" title="${person}">${person.slice(0, 6)}…</span>`,
  (person) =>
    `<span data-user-picker-multi-value="${person}"><span>Eve, Ray</span><span aria-hidden="true">, </span></span>`,
  (person) => `<span data-user-picker-multi-value=""><span aria-hidden="true">${person}</span></span>`,
  (person) => `<div contenteditable="true">${person}</div>`,
  (person) => `<input type="email" value="${person}">`,
  (person) => `<input type="hidden" name="invitees[]" value="${person}">`,
  (person) => `<select name="users" multiple><option selected value="${person}">Eve</option></select>`,
  (person) => `<div class="fabric-user-picker__single-value">${person}</div>`,
];

it('a dialog never passes more easily because some of its people cannot be read', () => {
  const shown = (people: readonly string[], how: readonly ((person: string) => string)[], policy: Policy) => {
    document.body.innerHTML = `<section role="dialog"><h2>Invite people</h2><div class="fabric-user-picker__control">
      ${people.map((person, index) => how[index % how.length]?.(person)).join('')}</div></section>`;
    return outcome(readShareDialogs(document).flatMap(peopleOfDialog), policy);
  };
  /** As a person or a page may write it; words without any sign of an address are a search that is still going on. */
  const texts = [
    (person: string) => person.replace('@', '＠'),
    (person: string) => person.replace('@', ' at '),
    (person: string) => `${person.slice(0, 2)}\u200B${person.slice(2)}`,
  ];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...addresses), { minLength: 1, maxLength: 4 }),
      which,
      fc.array(fc.constantFrom(...chips), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...texts),
      fc.constantFrom(...policies),
      (people, at, how, spoil, policy) =>
        expectNoWeaker(
          shown(people, how, policy),
          shown(
            people.map((person, index) => (at.includes(index) ? spoil(person) : person)),
            how,
            policy,
          ),
        ),
    ),
    { numRuns: 400 },
  );
});
