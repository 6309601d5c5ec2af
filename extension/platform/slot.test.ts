import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { slot } from './slot.ts';

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(() => {
  browser = installFakeBrowser();
});

describe('a slot of storage', () => {
  it('keeps, gives back and clears', async () => {
    const kept = slot('local', 'thing', z.object({ n: z.number() }));
    expect(await kept.get()).toBeNull();
    await kept.set({ n: 3 });
    expect(await kept.get()).toEqual({ n: 3 });
    await kept.clear();
    expect(await kept.get()).toBeNull();
  });

  it('treats what an older version or a damaged disk left as absent', async () => {
    await browser.fake.storage.local.set({ thing: { n: 'three' } });
    expect(await slot('local', 'thing', z.object({ n: z.number() })).get()).toBeNull();
  });
});
