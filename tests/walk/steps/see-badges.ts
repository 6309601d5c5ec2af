import type { Page } from 'playwright-core';
import { people } from '../../../mocks/cloud/seed.ts';
import { must, type Step } from '../world.ts';

const issue = 'https://acme.atlassian.net/browse/ACME-1';

/** Accessible names of every badge on the page: they start with the person's name. */
export async function badgeNames(page: Page): Promise<string[]> {
  const badges = page.locator('[data-gatehouse] button');
  return Promise.all((await badges.all()).map(async (badge) => (await badge.getAttribute('aria-label')) ?? ''));
}

export const seeBadges: readonly Step[] = [
  {
    name: 'Badges stand beside people of every kind',
    run: async ({ jira }) => {
      await jira.goto(issue);
      await jira.locator('[data-gatehouse] button').first().waitFor();
      const expected: readonly [string, RegExp][] = [
        [people.emma.name, /managed/i],
        [people.pat.name, /external/i],
        [people.una.name, /unclaimed/i],
        [people.cora.name, /portal-only/i],
        [people.bot.name, /app/i],
        [people.dan.name, /deactivated/i],
      ];
      await expectBadges(jira, expected);
      return jira;
    },
  },
  {
    name: 'Focusing a badge says why, in words',
    run: async ({ jira }) => {
      const badge = jira
        .locator('[data-gatehouse]')
        .getByRole('button', { name: new RegExp(people.una.name) })
        .first();
      await badge.focus();
      await jira
        .getByText(/acme\.example is verified, but Acme has not claimed this account/)
        .first()
        .waitFor();
      return jira;
    },
  },
  {
    name: 'A display name that is an attack is shown as text',
    run: async ({ jira }) => {
      const hurt = await jira.evaluate(() => document.querySelectorAll('img[src="x"]').length);
      must(hurt === 0, 'the hostile name became an image');
      await expectBadges(jira, [[people.eve.name, /external/i]]);
      return jira;
    },
  },
];

async function expectBadges(page: Page, expected: readonly (readonly [string, RegExp])[]): Promise<void> {
  const missing = async () => {
    const names = await badgeNames(page);
    return expected
      .filter(([name, label]) => !names.some((badge) => badge.includes(name) && label.test(badge)))
      .map(([name, label]) => `${name} ${label}`);
  };
  for (let tries = 0; tries < 50; tries++) {
    if ((await missing()).length === 0) return;
    await page.waitForTimeout(100);
  }
  must(false, `no badge for ${(await missing()).join(', ')}; there are: ${(await badgeNames(page)).join(' | ')}`);
}
