import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { send, sendOnce } from './send.ts';

const sendMessage = vi.fn();
const well = { ok: true, value: { dropped: true } };
const token = '7d0d2c5e-4a2b-4f6a-9a3e-1f2d3c4b5a69';
/** What the browser says where the worker ended before it answered, and where the extension was updated under an open page. */
const ended = new Error('A listener indicated an asynchronous response, but the message channel closed.');
const invalidated = new Error('Extension context invalidated.');

const withId = (id: string | undefined) =>
  vi.stubGlobal('chrome', { ...chrome, runtime: { ...chrome.runtime, id, sendMessage } });
beforeEach(() => {
  installFakeBrowser();
  withId('self');
  sendMessage.mockReset().mockResolvedValue(well);
});
afterEach(() => vi.unstubAllGlobals());

it('asks once more where the worker ended before it answered, with the same words', async () => {
  sendMessage.mockRejectedValueOnce(ended);
  expect(await send('dropPrompt', { token })).toEqual({ dropped: true });
  sendMessage.mockResolvedValueOnce(undefined);
  expect(await send('dropPrompt', { token })).toEqual({ dropped: true });
  const message = { kind: 'dropPrompt', input: { token } };
  expect(sendMessage.mock.calls).toEqual([[message], [message], [message], [message]]);
});

it('says that it was interrupted where the worker ended twice, and never that Gatehouse was updated', async () => {
  sendMessage.mockRejectedValueOnce(ended).mockResolvedValueOnce(undefined);
  await expect(send('dropPrompt', { token })).rejects.toMatchObject({
    code: 'interrupted',
    message: 'Gatehouse was interrupted. Try again.',
  });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

it('does not ask again what must not come twice', async () => {
  sendMessage.mockRejectedValueOnce(ended);
  await expect(sendOnce('promptProceed', { token, justification: null })).rejects.toMatchObject({
    code: 'interrupted',
    message: expect.stringContaining('Look whether it was done'),
  });
  expect(sendMessage).toHaveBeenCalledOnce();
});

it('says that Gatehouse was updated where this script’s extension is gone, and asks nobody again', async () => {
  sendMessage.mockRejectedValueOnce(invalidated);
  withId(undefined);
  await expect(send('dropPrompt', { token })).rejects.toMatchObject({ code: 'gone' });
  expect(sendMessage).toHaveBeenCalledOnce();
});

it('tells what the background refused, in its words, without asking again', async () => {
  sendMessage.mockResolvedValueOnce({ ok: false, error: 'not-allowed', message: 'This prompt has ended.' });
  await expect(send('dropPrompt', { token })).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'This prompt has ended.',
  });
  expect(sendMessage).toHaveBeenCalledOnce();
});
