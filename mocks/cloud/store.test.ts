import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seedState } from './seed.ts';
import { openStore, withEvent } from './store.ts';

const dir = mkdtempSync(join(tmpdir(), 'fake-store-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('the store', () => {
  it('keeps what happened in its file and forgets it on reset', () => {
    const file = join(dir, 'state.json');
    const event = { action: 'x', actorId: null, context: [], container: [] };
    openStore(file).update((state) => withEvent(state, event));
    const again = openStore(file);
    expect(again.state.events.map(({ action }) => action)).toEqual(['x']);
    again.reset();
    expect(openStore(file).state).toEqual(seedState());
  });

  it('refuses a file it does not understand, and says what to do', () => {
    for (const [name, text] of Object.entries({ broken: '{', other: '{"version":0,"state":{"accounts":[]}}' })) {
      const file = join(dir, name);
      writeFileSync(file, text);
      expect(() => openStore(file)).toThrow('--reset');
    }
  });
});
