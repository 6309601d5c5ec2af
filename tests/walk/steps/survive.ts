import { must, type Step } from '../world.ts';
import { board, openShare, prompt, submitOf } from './dialogs.ts';

export const survive: readonly Step[] = [
  {
    name: 'With the service down, the request is kept',
    run: async (world) => {
      const { jira, stage } = world;
      await stage.service.kill();
      await jira.goto(board);
      await submitOf(await openShare(jira, 'late.new@outside.example')).click();
      await (await prompt(jira)).getByRole('textbox').fill('Asked while the service was away.');
      await (await prompt(jira)).getByRole('button', { name: 'Ask IT' }).click();
      await (await prompt(jira)).getByText(/kept/i).first().waitFor();
      return jira;
    },
  },
  {
    name: 'When it is back, the request arrives exactly once',
    run: async (world) => {
      const { stage, popup, panel } = world;
      await stage.restartService();
      await popup.reload();
      await popup.getByText(/#3/).first().waitFor({ timeout: 60_000 });
      await panel.goto(stage.serviceUrl);
      await panel.getByText('late.new@outside.example').first().waitFor({ timeout: 15_000 });
      must(
        (await panel.getByRole('link', { name: /#\d+/ }).count()) === 1,
        'the open queue does not hold exactly one request',
      );
      return panel;
    },
  },
];
