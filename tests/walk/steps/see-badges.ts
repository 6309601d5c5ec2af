import type { Page } from 'playwright-core';
import { people } from '../../../mocks/cloud/seed.ts';
import { lookInside } from '../../tools/closed-roots.ts';
import { must, type Step } from '../world.ts';

const issue = 'https://acme.atlassian.net/browse/ACME-1';

export const seeBadges: readonly Step[] = [
  {
    name: 'Badges stand beside people of every kind',
    run: async ({ jira }) => {
      await jira.goto(issue);
      await expectBadges(jira, [
        [people.emma.name, /managed/i],
        [people.pat.name, /external/i],
        [people.una.name, /unclaimed/i],
        [people.cora.name, /portal-only/i],
        [people.bot.name, /app/i],
        [people.dan.name, /deactivated/i],
      ]);
      return jira;
    },
  },
  {
    name: 'Focusing a badge says why, in words',
    run: async ({ jira }) => {
      await lookInside(jira, async ({ buttons }) =>
        buttons.find(({ name }) => name.includes(people.una.name))?.focus(),
      );
      await eventually(jira, async () =>
        lookInside(jira, ({ text }) =>
          text.includes('acme.example is verified, but Acme has not claimed this account.')
            ? null
            : `the page says: ${text}`,
        ),
      );
      return jira;
    },
  },
  {
    name: 'A display name that is an attack is shown as text',
    run: async ({ jira }) => {
      await expectBadges(jira, [[people.eve.name, /external/i]]);
      must((await jira.locator('img[src="x"]').count()) === 0, 'the hostile name became an image');
      return jira;
    },
  },
];

async function expectBadges(page: Page, expected: readonly (readonly [string, RegExp])[]): Promise<void> {
  await eventually(page, () =>
    lookInside(page, ({ buttons }) => {
      const missing = expected.filter(
        ([name, label]) => !buttons.some((badge) => badge.name.includes(name) && label.test(badge.name)),
      );
      return missing.length === 0
        ? null
        : `no badge for ${missing.join(', ')}; there are: ${buttons.map(({ name }) => name).join(' | ')}`;
    }),
  );
}

/** Asks again for five seconds until `problem` answers null; fails with its last answer. */
async function eventually(page: Page, problem: () => Promise<string | null>): Promise<void> {
  let last: string | null = null;
  for (let tries = 0; tries < 50; tries++) {
    last = await problem();
    if (last === null) return;
    await page.waitForTimeout(100);
  }
  must(false, last ?? 'nothing was found');
}
