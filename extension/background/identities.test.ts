import { beforeEach, describe, expect, it } from 'vitest';
import type { IdentityView } from '../../core/identity/index.ts';
import { AccountId } from '../../core/ids.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { createResolver } from './identities.ts';
import type { askValue } from './service.ts';

const id = (text: string) => AccountId.parse(text);
const view = (accountId: AccountId, type: IdentityView['type'] = 'managed'): IdentityView => ({
  accountId,
  type,
  subStates: [],
  reasons: ['because'],
  label: type,
});

beforeEach(() => void installFakeBrowser());

function setUp(types: Record<string, IdentityView['type']> = {}, owners: Record<string, string[]> = {}) {
  const asked: { accountIds: string[]; emailHashes: string[] }[] = [];
  const clock = { now: 0 };
  const ask = (async (_: unknown, { body }: { body: (typeof asked)[number] }) => {
    asked.push(body);
    await new Promise((resolve) => setTimeout(resolve, 30));
    return {
      identities: body.accountIds.map((accountId) => view(id(accountId), types[accountId] ?? 'managed')),
      byEmailHash: body.emailHashes
        .filter((hash) => hash.startsWith('a'))
        .flatMap((emailHash) => (owners[emailHash] ?? ['una']).map((one) => ({ emailHash, identity: view(id(one)) }))),
    };
  }) as unknown as typeof askValue;
  return { asked, clock, resolver: () => createResolver(ask, () => clock.now) };
}

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

describe('identities', () => {
  it('are of nobody when two accounts stand behind one picture, in whichever order', async () => {
    for (const two of [
      ['una', 'cora'],
      ['cora', 'una'],
    ]) {
      const { resolver } = setUp({}, { [A]: two });
      expect((await resolver().resolve({ accountIds: [], emailHashes: [A] })).byEmailHash).toEqual([]);
    }
  });

  it('are asked for once a burst, however many pages ask', async () => {
    const { asked, resolver } = setUp();
    const one = resolver();
    const [first, second] = await Promise.all([
      one.resolve({ accountIds: [id('emma'), id('ravi')], emailHashes: [A] }),
      one.resolve({ accountIds: [id('ravi'), id('pat')], emailHashes: [A, B] }),
    ]);
    expect(asked).toEqual([{ accountIds: ['emma', 'ravi', 'pat'], emailHashes: [A, B] }]);
    expect(first.identities.map(({ accountId }) => accountId)).toEqual(['emma', 'ravi']);
    expect(second.byEmailHash.map(({ emailHash }) => emailHash)).toEqual([A]);
  });

  it('are not asked for twice while the answer is under way', async () => {
    const { asked, resolver } = setUp();
    const one = resolver();
    const first = one.resolve({ accountIds: [id('emma')], emailHashes: [] });
    await new Promise((resolve) => setTimeout(resolve, 35));
    const second = await one.resolve({ accountIds: [id('emma')], emailHashes: [] });
    expect(second.identities).toEqual((await first).identities);
    expect(second.identities).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('are remembered over the death of the worker, and asked for again when they are old', async () => {
    const { asked, clock, resolver } = setUp();
    await resolver().resolve({ accountIds: [id('emma')], emailHashes: [] });
    await resolver().resolve({ accountIds: [id('emma')], emailHashes: [] });
    expect(asked).toHaveLength(1);
    clock.now = 10 * 60_000 + 1;
    await resolver().resolve({ accountIds: [id('emma')], emailHashes: [] });
    expect(asked).toHaveLength(2);
  });

  it('remembers people nobody knows for a minute only', async () => {
    const { asked, clock, resolver } = setUp({ stranger: 'unknown' });
    const one = resolver();
    await one.resolve({ accountIds: [id('stranger')], emailHashes: [B] });
    clock.now = 59_000;
    await one.resolve({ accountIds: [id('stranger')], emailHashes: [B] });
    expect(asked).toHaveLength(1);
    clock.now = 61_000;
    await one.resolve({ accountIds: [id('stranger')], emailHashes: [B] });
    expect(asked).toHaveLength(2);
  });

  it('forgets with the session, and answers a failure with a failure', async () => {
    const { asked, resolver } = setUp();
    const one = resolver();
    await one.resolve({ accountIds: [id('emma')], emailHashes: [] });
    await one.forget();
    await one.resolve({ accountIds: [id('emma')], emailHashes: [] });
    expect(asked).toHaveLength(2);
    const broken = createResolver((async () => Promise.reject(new Error('down'))) as unknown as typeof askValue);
    await expect(broken.resolve({ accountIds: [id('x')], emailHashes: [] })).rejects.toThrow('down');
  });

  it('of very many pages are kept in bounds, and answered to whoever asks while it is made room', async () => {
    const { fake } = installFakeBrowser();
    const { asked, resolver } = setUp();
    const one = resolver();
    for (let page = 0; page < 11; page += 1) {
      const accountIds = Array.from({ length: 200 }, (_, n) => id(`p${page * 199 + n}`));
      expect((await one.resolve({ accountIds, emailHashes: [] })).identities).toHaveLength(200);
    }
    const { identities } = await fake.storage.session.get('identities');
    expect(Object.keys(identities as object).length).toBeLessThanOrEqual(2_000);
    await one.resolve({ accountIds: [id('p0')], emailHashes: [] });
    expect(asked.at(-1)).toEqual({ accountIds: ['p0'], emailHashes: [] });
  });
});
