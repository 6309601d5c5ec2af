import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { closeStorageToContentScripts, secretSlot, slot } from './slot.ts';

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(() => {
  browser = installFakeBrowser();
});

const Thing = z.object({ n: z.number() });

describe('a slot of storage', () => {
  it.each([
    ['of extension storage', slot('local', 'thing', Thing)],
    ['that no content script reads', secretSlot('thing', Thing)],
  ])('%s keeps, gives back and clears', async (_name, kept) => {
    expect(await kept.get()).toBeNull();
    await kept.set({ n: 3 });
    expect(await kept.get()).toEqual({ n: 3 });
    await kept.clear();
    expect(await kept.get()).toBeNull();
  });

  it('treats what an older version or a damaged disk left as absent', async () => {
    await browser.fake.storage.local.set({ thing: { n: 'three' } });
    expect(await slot('local', 'thing', Thing).get()).toBeNull();
    await secretSlot('thing', z.string()).set('three');
    expect(await secretSlot('thing', Thing).get()).toBeNull();
  });

  it('loses the session that an older version kept where content scripts of Firefox read it', async () => {
    await browser.fake.storage.local.set({ session: 'token', serviceUrl: 'https://gatehouse.example.com' });
    await closeStorageToContentScripts();
    expect([...browser.fake.storage.local.items.keys()]).toEqual(['serviceUrl']);
  });
});
