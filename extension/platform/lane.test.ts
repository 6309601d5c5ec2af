import { expect, it } from 'vitest';
import { lane } from './lane.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('works on some at once, on the others in order as soon as one ends, well or badly', async () => {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const own = lane(2);
  const start = (name: string) =>
    own.run(() => {
      begun.push(name);
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      return end.promise;
    });
  expect(own.idle).toBe(true);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(start);
  await settled();
  expect([begun.join(), own.waiting, own.idle]).toEqual(['a,b', 2, false]);
  ends.get('b')?.reject(new Error('b'));
  await expect(b).rejects.toThrow('b');
  await settled();
  expect([begun.join(), own.waiting]).toEqual(['a,b,c', 1]);
  ends.get('a')?.resolve('A');
  expect(await a).toBe('A');
  await settled();
  expect([begun.join(), own.waiting]).toEqual(['a,b,c,d', 0]);
  for (const name of ['c', 'd']) ends.get(name)?.resolve(name);
  expect([await c, await d, own.idle]).toEqual(['c', 'd', true]);
  void start('e');
  void start('f');
  await settled();
  expect(begun.join()).toBe('a,b,c,d,e,f');
});
