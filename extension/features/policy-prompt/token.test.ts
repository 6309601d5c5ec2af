import { expect, it } from 'vitest';
import { IntentOnPage } from '../../../core/contract/messages/index.ts';
import { others } from '../../../core/identity/index.ts';
import { installFakeBrowser } from '../../../tests/tools/fake-browser.ts';
import { tokenFor } from './token.ts';

const act: IntentOnPage = {
  intent: 'invite',
  product: 'jira-software',
  cloudId: 'c'.repeat(65) as never,
  siteHost: 'acme.atlassian.net',
  container: null,
  targets: [{ email: 'nina@x.example', accountId: null }],
  layer: 'guard',
};

/** As the background answers: what it cannot read is a bad message. */
function background() {
  const asked: IntentOnPage[] = [];
  const { fake } = installFakeBrowser();
  fake.runtime.sendMessage = async (message) => {
    const { intent } = (message as { input: { intent: IntentOnPage } }).input;
    asked.push(intent);
    return (
      IntentOnPage.safeParse(intent).success
        ? { ok: true, value: { token: 't' } }
        : { ok: false, error: 'bad-message', message: 'Gatehouse cannot read what was asked.' }
    ) as never;
  };
  return asked;
}

it('tells by its kind alone what the background cannot read, when the check has failed', async () => {
  const asked = background();
  expect(await tokenFor(act, 'Gatehouse cannot read what was asked.', 'light')).toBe('t');
  expect(asked.at(-1)).toEqual({ ...act, product: null, cloudId: null, siteHost: null, targets: [others(null)] });
  await tokenFor({ ...act, targets: [] }, 'No.', 'light');
  expect(asked.at(-1)?.targets).toEqual([]);
});

it('says all of what can be read, and of what was decided nothing else', async () => {
  const asked = background();
  await tokenFor({ ...act, cloudId: null }, 'No.', 'light');
  expect(asked).toEqual([{ ...act, cloudId: null }]);
  await expect(tokenFor(act, null, 'light')).rejects.toMatchObject({ code: 'bad-message' });
});
