import { describe, expect, it } from 'vitest';
import { argumentsOf, parsed } from '../../core/words/index.ts';
import { en } from './en/index.ts';
import { samples } from './messages/index.ts';
import { say } from './say.ts';

const keys = Object.keys(samples) as (keyof typeof samples)[];

describe('the words of the panel', () => {
  it('are all there, and no others', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('take the values that are given to them', () => {
    for (const key of keys)
      expect([...argumentsOf(parsed(en[key]))].sort(), key).toEqual(Object.keys(samples[key]).sort());
  });

  it('are said with every sample', () => {
    for (const key of keys) {
      const said = say.known(key, samples[key]);
      expect(said?.trim(), key).toBeTruthy();
      expect(said, key).not.toMatch(/[{}]|undefined|null|NaN/);
    }
  });
});
