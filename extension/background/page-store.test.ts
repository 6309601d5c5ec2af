import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { pageStore } from './page-store.ts';

let session: ReturnType<typeof installFakeBrowser>['fake']['storage']['session'];
beforeEach(() => {
  ({ session } = installFakeBrowser().fake.storage);
});

const roomy = { ofFrame: 100, ofTab: 100, inAll: 100, bytes: 10_000 };
const store = (room: Partial<typeof roomy> = {}) => pageStore('things', z.string(), { ...roomy, ...room });
const page = (tabId: number) => ({ tabId, frameId: 0 });
const ids = async (from: ReturnType<typeof store>) => (await from.entries()).map(({ id }) => id).join(' ');

it('keeps things newest first, each once, and lets go of the thing with its entry', async () => {
  const things = store();
  await things.put('a', page(1), 'one');
  await things.put('b', page(1), 'two');
  await things.put('a', page(1), 'three');
  expect([await ids(things), await things.get('a')]).toEqual(['a b', 'three']);
  await things.remove(['a']);
  expect([await ids(things), await things.get('a'), await things.get('b')]).toEqual(['b', null, 'two']);
  expect([...session.items.keys()].toSorted()).toEqual(['things', 'things/b']);
});

it('does not write again what other pages made us keep', async () => {
  const things = store();
  await things.put('a', page(1), 'x'.repeat(1000));
  const written: unknown[] = [];
  const set = session.set;
  session.set = async (values) => {
    written.push(...Object.values(values));
    await set(values);
  };
  await things.put('b', page(2), 'y');
  expect(JSON.stringify(written).length).toBeLessThan(300);
});

it('whoever takes most room makes room', async () => {
  const things = store({ bytes: 3000 });
  await things.put('mine', page(1), 'm'.repeat(900));
  for (let n = 0; n < 20; n += 1) await things.put(`theirs${n}`, page(2), '漢'.repeat(300));
  expect(await ids(things)).toBe('theirs19 theirs18 mine');
  await things.put('large', page(3), 'l'.repeat(5000));
  expect([await ids(things), await things.get('large')]).toEqual(['large', 'l'.repeat(5000)]);
});

it('makes room, of whoever has most, where the browser has less than it should', async () => {
  const things = store();
  const set = session.set;
  session.set = async (values) => {
    const all = JSON.stringify([...Object.entries({ ...Object.fromEntries(session.items), ...values })]);
    if (all.length > 3000) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    await set(values);
  };
  await things.put('mine', page(1), 'm'.repeat(900));
  for (let n = 0; n < 5; n += 1) await things.put(`theirs${n}`, page(2), 't'.repeat(600));
  expect(await ids(things)).toBe('theirs4 theirs3 mine');
  await expect(things.put('large', page(3), 'l'.repeat(5000))).rejects.toThrow('quota');
  await things.put('small', page(3), 's');
  expect(await things.get('small')).toBe('s');
});
