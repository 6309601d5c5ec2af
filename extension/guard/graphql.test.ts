import '../../tests/tools/page-interfaces.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { givesNothing } from './graphql.ts';
import { judge } from './judge.ts';

it.each<[string, object | string, boolean]>([
  ['a query', { query: 'query a { b }', variables: { q: 'x' } }, true],
  ['a short query', { query: '{ b }' }, true],
  ['a batch of queries', [{ query: '{ a }' }, { query: '{ b }' }], true],
  [
    'a mutation that names nobody and nothing to give',
    { query: 'mutation a($i: I!) { saveDraft(input: $i) { ok } }' },
    true,
  ],
  ['a mutation with an address in it', { query: 'mutation a { saveDraft(to: "nina@outside.example") }' }, false],
  [
    'a mutation with an address in its variables',
    { query: 'mutation a { b }', variables: { x: 'a@b.example' } },
    false,
  ],
  ['a mutation that invites', { query: 'mutation a { sendInvitations }' }, false],
  ...['makeAdmin', 'addOwner', 'changePlan', 'try_premium', 'buyIt', 'orderProduct', 'createSite', 'createApiKey'].map(
    (name): [string, object, boolean] => [
      'a mutation that gives by its name',
      { query: `mutation { ${name} }` },
      false,
    ],
  ),
  ...[
    'addApprovedDomain',
    'enableSelfSignup',
    'allowAnonymous',
    'enableLinkSharing',
    'requestNewProduct',
    'addContributor',
    'a'.repeat(301),
  ].map((name): [string, object, boolean] => [
    'a mutation that lets others in',
    { query: `mutation { ${name} }` },
    false,
  ]),
  ['a mutation about a site', { query: 'mutation a { saveDraft(site: "x", product: "y", order: 1) }' }, true],
  [
    'a mutation with a picture',
    { query: 'mutation a { b }', variables: { x: `${'a0'.repeat(400)}==`, y: 'b'.repeat(900) } },
    true,
  ],
  ['a mutation among queries', [{ query: '{ a }' }, { query: 'mutation x { grantIt }' }], false],
  ['an operation without its text', { id: 'x', variables: { query: 'x' } }, false],
  ['one without its text among queries', [{ query: '{ a }' }, { id: 'x' }], false],
  ['an empty text', { query: '' }, false],
  [
    'a query with all that an operation has',
    { operationName: 'a', query: '{ a }', variables: {}, extensions: {} },
    true,
  ],
  ...['operations', 'id', 'documentId', 'mutation', 'requests', 'batch', '__proto__x'].flatMap(
    (name): [string, object, boolean][] => [
      [`a query beside ${name}`, { query: '{ a }', [name]: 'x' }, false],
      [`such a query in a batch`, [{ query: '{ a }' }, { query: '{ a }', [name]: 'x' }], false],
    ],
  ),
  ['an empty batch', [], false],
  ['no object', 'query', false],
])('%s', (_what, body, reads) => expect(givesNothing(JSON.stringify(body))).toBe(reads));

it('what is no JSON, or could spell the word, is asked about', () => {
  expect(givesNothing(null)).toBe(false);
  expect(givesNothing('{ not json')).toBe(false);
  expect(givesNothing('{"query":"\\u006dutation { a }"}')).toBe(false);
  expect(givesNothing('{"query":"{ a }","query":"mutation { share }"}')).toBe(false);
});

/** Words that `sites/endpoints` knows operations, fields and people by, some that it does not, and how they are put together. */
const words = fc.constantFrom(
  ...'invite share grant join collaborate entitle provision enroll onboard purchase add assign give approve allow create set'.split(
    ' ',
  ),
  ...'update change upsert allocate make start activate upgrade access member membership role permission collaborator'.split(
    ' ',
  ),
  ...'guest entitlement licence license seat trial public user teammate agent customer people person token api product app'.split(
    ' ',
  ),
  ...'site edition plan subscription account emails shareType resourceRole groupIds users identifier to owner draft column'.split(
    ' ',
  ),
  ...'request ask apply submit use resolve link shareable anonymous sharing action contributor decision new customer open'.split(
    ' ',
  ),
  ...'admin owner premium try buy order key domain signup link self switch convert promote restore issue mint migrate org'.split(
    ' ',
  ),
  ...'for move select place confirm complete checkout edition enterprise enable toggle copy seats policy invite update'.split(
    ' ',
  ),
);
const name = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(''));
const value = fc.constantFrom(
  'x',
  '7',
  'nina@outside.example',
  '712020:3d1f0a52-0001-4e11-8a01-000000000001',
  ['x'],
  [{ id: 'x' }],
);

it.each([
  'applyForProduct',
  'askForNewProduct',
  'placeOrderLite',
  'completeCheckout',
  'confirmPurchase',
  'switchToPremium',
  'moveToEnterprise',
  'enablePremium',
  'setEdition',
  'chooseProductPlan',
])('%s is asked about', (field) => {
  const body = JSON.stringify({
    query: `mutation M($i: I!) { ${field}(input: $i) { ok } }`,
    variables: { i: { x: 1 } },
  });
  const url = 'https://acme.atlassian.net/gateway/api/graphql';
  expect(judge({ method: 'POST', url, plain: url, body, unreadable: false })).not.toBeNull();
  expect(givesNothing(body)).toBe(false);
});

it('what the isolated world calls an act never leaves without being asked about', () =>
  fc.assert(
    fc.property(name, name, fc.dictionary(name, value, { maxKeys: 3 }), (operation, field, variables) => {
      const query = `mutation ${operation}($i: I!) { ${field}(input: $i) { ok } }`;
      const body = JSON.stringify({ operationName: operation, query, variables: { i: variables } });
      const url = 'https://acme.atlassian.net/gateway/api/graphql';
      const act = judge({ method: 'POST', url, plain: url, body, unreadable: false });
      expect(act !== null && givesNothing(body)).toBe(false);
    }),
    { numRuns: 1000 },
  ));

it('an operation beside a query that gives nothing is an act, and asked about', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('operations', 'requests', 'batch', 'request', 'mutation', 'x'),
      fc.constantFrom<(one: object) => unknown>(
        (one) => one,
        (one) => [one],
        (one) => JSON.stringify(one),
        (one) => JSON.stringify([one]),
      ),
      fc.constantFrom<object>(
        { operationName: 'InviteUsers', extensions: {}, variables: { users: [{ email: 'eve@outside.example' }] } },
        { query: 'mutation { inviteUsers(emails: "eve@outside.example") { ok } }' },
      ),
      fc.boolean(),
      (name, wrap, operation, isUpload) => {
        const body = JSON.stringify({
          query: '{ me { id } }',
          [name]: wrap(operation),
          ...(isUpload && { map: '{}' }),
        });
        const url = 'https://acme.atlassian.net/gateway/api/graphql';
        const act = judge({ method: 'POST', url, plain: url, body, unreadable: false });
        expect(act?.targets.map(({ email }) => email)).toEqual(['eve@outside.example']);
        expect(givesNothing(body)).toBe(false);
      },
    ),
  ));
