// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { fakeWords } from '../../tests/tools/fake-browser.ts';
import { answerWith } from './browser.ts';
import { send } from './send.ts';

const answering = (sendMessage: () => Promise<unknown>): void =>
  answerWith({ runtime: { id: 'x', sendMessage }, i18n: fakeWords } as never);
const come = (persisted: boolean): void => {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
};

it('gives up what no answer reaches any more once its page comes back from the cache, and nothing that comes later', async () => {
  answering(() => new Promise(() => undefined));
  const left = send('ready', {});
  const seen: unknown[] = [];
  left.catch((error: { code: string }) => seen.push(error.code));
  come(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect(seen).toEqual([]);
  come(true);
  await expect(left).rejects.toMatchObject({ name: 'MessageError', code: 'interrupted' });
  answering(async () => ({ ok: true, value: { signedIn: false } }));
  expect(await send('ready', {})).toEqual({ signedIn: false });
});
