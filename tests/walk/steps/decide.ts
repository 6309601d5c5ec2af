import { must, type Step, type World } from '../world.ts';
import { askIt, board, newcomer, openShare, submitOf } from './dialogs.ts';

/** Files a request for an address through the page, and answers its number. */
export async function askFor(world: World, address: string, reason: string): Promise<number> {
  const { jira } = world;
  await jira.goto(board);
  await submitOf(await openShare(jira, address)).click();
  return askIt(jira, reason);
}

export const decide: readonly Step[] = [
  {
    name: 'Ravi signs in to the panel and finds the request in the queue',
    run: async ({ panel, requestNumber }) => {
      await panel.getByRole('button', { name: /sign in/i }).click();
      await panel.getByRole('button', { name: /Ravi Shah/ }).click();
      await panel.getByText(`#${requestNumber}`).first().waitFor();
      return panel;
    },
  },
  {
    name: 'A new request appears within two seconds, without reload',
    run: async (world) => {
      const { panel } = world;
      const number = await askFor(world, 'omar.new@outside.example', 'Omar tests the release.');
      const started = performance.now();
      await panel.getByText(`#${number}`).first().waitFor({ timeout: 2000 });
      must(performance.now() - started <= 2000, 'it took more than two seconds');
      return panel;
    },
  },
  {
    name: 'The request says who, for whom, what, where, why, what it costs and which rule stopped it',
    run: async ({ panel, requestNumber }) => {
      await panel
        .getByRole('link', { name: new RegExp(`#${requestNumber}`) })
        .first()
        .click();
      for (const text of [
        'Emma Berg',
        newcomer,
        /acme\.atlassian\.net/,
        /Nina designs the launch page/,
        /98/,
        /unverified/i,
        'IT adds new people',
      ])
        await panel.getByText(text).first().waitFor();
      return panel;
    },
  },
  {
    name: 'Ravi approves; the person is added to the mapped group and the request is granted',
    run: async (world) => {
      const { panel, stage } = world;
      await panel.getByRole('button', { name: /^approve/i }).click();
      await panel.getByText('Granted', { exact: false }).first().waitFor({ timeout: 20_000 });
      const member = await fetch(`http://127.0.0.1:${stage.ports.control}/people/${newcomer}`);
      must(member.ok, `the fake cloud does not know ${newcomer}`);
      const { groups } = (await member.json()) as { groups: string[] };
      must(groups.includes('external-partners'), `${newcomer} is in ${groups.join(', ')}`);
      return panel;
    },
  },
  {
    name: 'Denying needs a reason, which Emma will read',
    run: async ({ panel }) => {
      await panel.goBack();
      await panel
        .getByRole('link', { name: /omar|#2/i })
        .first()
        .click();
      await panel.getByRole('button', { name: /^deny/i }).click();
      const dialog = panel.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Omar has an account at the agency’s site; please use that.');
      await dialog.getByRole('button', { name: /^deny/i }).click();
      await panel.getByText('Denied', { exact: false }).first().waitFor();
      return panel;
    },
  },
  {
    name: 'Emma learns both answers',
    run: async ({ popup }) => {
      await popup.reload();
      await popup
        .getByText(/granted/i)
        .first()
        .waitFor({ timeout: 15_000 });
      await popup
        .getByText(/Omar has an account at the agency/)
        .first()
        .waitFor({ timeout: 15_000 });
      return popup;
    },
  },
  {
    name: 'The audit log has every step and its chain is whole',
    run: async ({ panel }) => {
      await panel.getByRole('link', { name: /audit/i }).first().click();
      await panel.getByRole('button', { name: /check/i }).click();
      await panel
        .getByText(/whole|intact|unbroken|verified/i)
        .first()
        .waitFor();
      return panel;
    },
  },
];
