import { expect, it, vi } from 'vitest';
import { ask } from './steps.ts';
import { readCases } from './tables.ts';

/** Every reason the core gives, as `code: text`. */
const said = vi.hoisted(() => new Set<string>());

vi.mock('../../core/reason.ts', async (original) => {
  const real = await original<typeof import('../../core/reason.ts')>();
  return {
    ...real,
    because: (code: string, text: string) => {
      said.add(`${code}: ${text}`);
      return real.because(code, text);
    },
  };
});

it('words.txt has every reason the tables make the core give, so that a change of words is seen; "npm run docs" writes it', async () => {
  for (const { ask: name, given } of readCases()) ask(name, given);
  const lines = [...said].sort();
  expect(lines.filter((line) => !/^[a-z0-9]+([-:][a-z0-9]+)*: .*\p{L}.* .*\p{L}/su.test(line))).toEqual([]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('words.txt');
});
