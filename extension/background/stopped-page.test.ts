import { beforeEach, expect, it } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { spendWord, stoppedPage } from './stopped-page.ts';

beforeEach(() => {
  installFakeBrowser();
});

const wordNow = async () => new URL(await stoppedPage()).searchParams.get('word') ?? '';

it('a word is kept until it is used, and is another one afterwards', async () => {
  const word = await wordNow();
  expect(word).toMatch(/^[0-9a-f-]{36}$/);
  expect(await wordNow()).toBe(word);
  expect(await spendWord(word)).toBe(true);
  expect(await wordNow()).not.toBe(word);
});

it('a second link that was stopped before the rules were rewritten is explained too, and no third', async () => {
  const word = await wordNow();
  expect([await spendWord(word), await spendWord(word), await spendWord(word)]).toEqual([true, true, false]);
});

it('two pages at once never spend more than that', async () => {
  const word = await wordNow();
  const answers = await Promise.all([1, 2, 3, 4].map(() => spendWord(word)));
  expect(answers.filter((answer) => answer)).toHaveLength(2);
});

it('no other word opens anything', async () => {
  const word = await wordNow();
  for (const guess of ['', 'x', word.toUpperCase(), `${word} `]) expect(await spendWord(guess)).toBe(false);
  expect(await wordNow()).toBe(word);
});
