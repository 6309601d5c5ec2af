import { expect, it } from 'vitest';
import { inTurnOfTab } from './tab-lanes.ts';

it('works on some things of a tab at once, whichever frame they are of, and on those of another tab meanwhile', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const start = (tabId: number, frameId: number) =>
    inTurnOfTab({ tabId, frameId }, () => {
      begun.push(`${tabId}/${frameId}`);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const flood = Array.from({ length: 20 }, (_, n) => start(1, n));
  const mine = start(2, 0);
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual(['1/0', '1/1', '1/2', '1/3', '1/4', '1/5', '2/0']);
  while (begun.length < 21) {
    ends.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
  for (const end of ends) end();
  await Promise.all([...flood, mine]);
});
