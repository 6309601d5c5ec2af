import { people } from '../../../mocks/cloud/seed.ts';
import { enterAtlassian, extensionUrl } from '../../stage/browser.ts';
import type { Step } from '../world.ts';

export const embedded: readonly Step[] = [
  {
    name: 'The same panel stands in Jira’s settings, as a Forge app would',
    run: async ({ employee, jira }) => {
      await enterAtlassian(employee, people.ravi.accountId);
      await jira.bringToFront();
      await jira.goto('https://acme.atlassian.net/jira/settings/apps/gatehouse');
      await jira.frameLocator('iframe[title="Gatehouse"]').getByRole('heading', { name: 'Review queue' }).waitFor();
      await enterAtlassian(employee, people.emma.accountId);
      return jira;
    },
  },
  {
    name: 'And in the extension’s own page, where Emma learns that she has no reviewer role',
    run: async ({ employee }) => {
      const page = await employee.newPage();
      await page.goto(extensionUrl('panel/index.html'));
      await page
        .getByText(/no reviewer role/i)
        .first()
        .waitFor();
      return page;
    },
  },
];
