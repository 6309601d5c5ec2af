import { people } from '../../../mocks/cloud/seed.ts';
import { waitForText } from '../../tools/closed-roots.ts';
import { arrivedGrants, must, type Step } from '../world.ts';
import { board, newcomer, openShare, prompt, submitOf } from './dialogs.ts';

export const blockedInPage: readonly Step[] = [
  {
    name: 'Ordinary sharing with a licensed colleague passes untouched',
    run: async (world) => {
      const { jira, stage } = world;
      await stage.cloud.forget();
      await jira.goto(board);
      const dialog = await openShare(jira, people.liam.name);
      await submitOf(dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      const arrived = await arrivedGrants(world);
      must(arrived.length === 1 && arrived[0] === 'POST /gateway/api/share', `arrived: ${arrived.join(', ')}`);
      return jira;
    },
  },
  {
    name: 'Typing an outside address shows seats and cost before anything is sent',
    run: async (world) => {
      const { jira, stage } = world;
      await stage.cloud.forget();
      const dialog = await openShare(jira, newcomer);
      await waitForText(jira, /98 of 100/);
      await waitForText(jira, /8\.00 USD|USD 8\.00|\$8\.00/);
      await waitForText(jira, /unverified/i);
      await submitOf(dialog).waitFor();
      const arrived = await arrivedGrants(world);
      must(arrived.length === 0, `arrived: ${arrived.join(', ')}`);
      return jira;
    },
  },
  {
    name: 'Clicking Invite is stopped and the prompt says why',
    run: async (world) => {
      const { jira } = world;
      await submitOf(jira.getByRole('dialog').filter({ has: jira.locator('#share-user-picker-field-label') })).click();
      await prompt(jira);
      await (await prompt(jira)).getByText('IT adds new people').first().waitFor();
      const arrived = await arrivedGrants(world);
      must(arrived.length === 0, `arrived: ${arrived.join(', ')}`);
      return jira;
    },
  },
  {
    name: 'Ask IT needs a reason, then shows the request number',
    run: async (world) => {
      const { jira } = world;
      const dialog = await prompt(jira);
      await dialog.getByRole('button', { name: 'Ask IT' }).click();
      await dialog.locator('textarea[aria-invalid="true"]').waitFor();
      await dialog.getByRole('textbox').fill('Nina designs the launch page with us until January.');
      await dialog.getByRole('button', { name: 'Ask IT' }).click();
      const sent = dialog.getByText(/Request #\d+/).first();
      await sent.waitFor();
      world.requestNumber = Number(/#(\d+)/.exec((await sent.textContent()) ?? '')?.[1]);
      must(Number.isInteger(world.requestNumber), 'the prompt shows no request number');
      return jira;
    },
  },
  {
    name: 'The popup lists the request and its state',
    run: async ({ popup, requestNumber }) => {
      await popup.reload();
      await popup.getByText(`#${requestNumber}`).first().waitFor();
      return popup;
    },
  },
];
