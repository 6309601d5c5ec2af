import { describe, expect, it } from 'vitest';
import { exampleRequest, exampleTarget } from '../../tests/tools/request-fixture.ts';
import { AccountId, GroupId } from '../ids.ts';
import { mayWorkAgain, obstacleTo } from './obstacle.ts';

const nina = exampleTarget();
const eve = exampleTarget({ email: null, text: 'eve@', standing: 'unknown' });
const twice = exampleTarget({ several: true, standing: 'without-seat' });
const cora = exampleTarget({ email: null, accountId: AccountId.parse('qm:cora'), name: 'Cora' });
const synced = { id: GroupId.parse('idp'), name: 'idp', synced: true };

describe('what stands in the way of a grant', () => {
  it.each([
    ['nothing', {}, null, true],
    ['no membership', { intent: 'create-api-token', product: null }, { kind: 'no-membership' }, false],
    ['no app', { product: null, targets: [eve] }, { kind: 'no-app' }, false],
    [
      'who cannot be read, before the group',
      { targets: [nina, eve], group: null },
      { kind: 'unread', who: [eve] },
      false,
    ],
    ['whom several accounts may be', { targets: [nina, twice], group: null }, { kind: 'several', who: [twice] }, true],
    ['a customer of the portal among others', { targets: [nina, cora] }, { kind: 'portal-only', who: [cora] }, false],
    ['no group', { group: null }, { kind: 'no-group' }, true],
    ['no group of an app nobody knows', { product: 'other:mystery', group: null }, { kind: 'unknown-app' }, true],
    ['a group of the identity provider', { group: synced }, { kind: 'synced-group', group: 'idp' }, true],
  ] as const)('%s', (_, change, obstacle, again) => {
    const request = exampleRequest(change as Parameters<typeof exampleRequest>[0]);
    expect(obstacleTo(request)).toEqual(obstacle);
    expect(mayWorkAgain(request)).toBe(again);
  });
});
