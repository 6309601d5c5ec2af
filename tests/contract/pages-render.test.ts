import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { people } from '../../mocks/cloud/people.ts';
import { accessibilityFaults, admin, board, type Stage, site, startPages } from './pages-browser.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const labs = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';
const join = `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent(`ari:cloud:jira-software::site/${labs}`)}`;

let stage: Stage;
beforeAll(async () => {
  stage = await startPages();
});
afterAll(() => stage.close());

describe.each([
  ['board', board, 'emma', 'Acme launch'],
  ['issue', `${site}/browse/ACME-9`, 'emma', 'Form takes markup as a name'],
  ['issue over the board', `${board}?selectedIssue=ACME-1`, 'emma', 'Launch page: final layout'],
  ['list', `${site}/jira/core/projects/ACME/list`, 'emma', 'Acme launch'],
  ['queue', `${site}/jira/servicedesk/projects/HELP/queues/custom/1`, 'ravi', 'All open'],
  ['customers', `${site}/jira/servicedesk/projects/HELP/customers`, 'ravi', 'Customers'],
  ['Confluence page', `${site}/wiki/spaces/DOCS/pages/1001/Getting-started`, 'emma', 'Getting started'],
  ['closed page', `${site}/wiki/spaces/HR/pages/2001/Salaries`, 'emma', 'You don’t have access to this page'],
  ['users', `${admin}/users`, 'ada', 'Users'],
  ['user', `${admin}/users/${people.pat.accountId}`, 'ada', 'Pat Moreau'],
  ['groups', `${admin}/groups`, 'ada', 'Groups'],
  ['app access settings', `${admin}/app-access-settings`, 'ada', 'App access settings'],
  ['administration for others', `${admin}/users`, 'emma', 'You don’t administer this organization'],
  ['join', join, 'emma', 'Join acme-labs'],
  ['login', `${site}/browse/ACME-1`, null, 'Log in to continue'],
] as const)('%s', (_name, url, who, heading) => {
  it('renders without errors and is accessible, light and dark', async () => {
    const { page, context, problems } = await stage.open(url, who);
    await page.getByRole('heading', { name: heading, level: 1 }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page, ['color-contrast'])).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });
});

it.each([
  ['board', `${board}?selectedIssue=ACME-9`],
  ['issue', `${site}/browse/ACME-9`],
  ['Confluence page', `${site}/wiki/spaces/DOCS/pages/1001/Getting-started`],
])('shows a hostile name as text: %s', async (_name, url) => {
  const { page, context, problems } = await stage.open(url);
  await page.getByText(people.eve.name).first().waitFor({ state: 'attached' });
  expect(await page.locator('img[src="x"], img[onerror]').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

it('tells context in metas, as each product does', async () => {
  const meta = (name: string) => `meta[name="${name}"]`;
  const jira = await stage.open(board);
  expect(await jira.page.locator(meta('ajs-atlassian-account-id')).getAttribute('content')).toBe(people.emma.accountId);
  // Jira's remote user is a key of its own, never the account id.
  expect(await jira.page.locator(meta('ajs-remote-user')).getAttribute('content')).toMatch(/^ug:/);
  expect(await jira.page.evaluate('window.SPA_STATE.CURRENT_USER.accountId')).toBe(people.emma.accountId);
  const administration = await stage.open(`${admin}/users`, 'ada');
  expect(await administration.page.locator('meta[name^="ajs-"]').count()).toBe(0);
  await jira.context.close();
  await administration.context.close();
});

it('frames the app in the settings, without access to the page', async () => {
  const { page, context } = await stage.open(`${site}/jira/settings/apps/gatehouse`, 'ada');
  const frame = page.locator('iframe[title="Gatehouse"]');
  await expect.poll(() => frame.getAttribute('src')).toBe('http://127.0.0.1:8787/forge/');
  expect(await frame.getAttribute('sandbox')).not.toContain('allow-top-navigation');
  await context.close();
});
