import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { organization } from '../../mocks/cloud/seed.ts';
import { accessibilityFaults, admin, board, calls, type Stage, site, startPages } from './pages-browser.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const [acme, labs] = organization.sites;
const share = '/gateway/api/share';
const invite = '/gateway/api/invitations/invite';
const requestAccess = '/gateway/api/invitations/v1/access-requests/bulk/request';

let stage: Stage;
beforeAll(async () => {
  stage = await startPages();
});
beforeEach(() => {
  stage.cloud.store.reset();
  stage.cloud.log.clear();
  stage.cloud.faults.clear();
});
afterAll(() => stage.close());

const sent = (path: string) => calls(stage.cloud, path).map(({ body }) => body);

async function choose(dialog: Locator, page: Page, text: string): Promise<void> {
  await dialog.locator('.fabric-user-picker__input').fill(text);
  await page.getByRole('option', { name: text }).click();
}

it('shares with people who have access without inviting anybody', async () => {
  const { page, context } = await stage.open(board);
  await page.locator('#po-spotlight-share-button').click();
  const dialog = page.getByRole('dialog', { name: 'Share Acme launch' });
  await choose(dialog, page, 'Liam Chen');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('alert').getByText('Link shared').waitFor();
  expect(sent(share)).toMatchObject([
    {
      recipients: [{ type: 'user', id: expect.stringMatching(/^557058:/) }],
      metadata: { productId: 'jira', shareeAction: 'view' },
    },
  ]);
  await context.close();
});

it('says "Invite" when a chip is an address, and sends the address', async () => {
  const { page, context } = await stage.open(board);
  await page.locator('#po-spotlight-share-button').click();
  const dialog = page.getByRole('dialog', { name: 'Share Acme launch' });
  await choose(dialog, page, 'nina.new@outside.example');
  expect(await dialog.locator('[data-user-picker-multi-value]').textContent()).toBe('nina.new@outside.example');
  await dialog.getByLabel('Message').fill('Welcome');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('alert').getByText('Link shared').waitFor();
  expect(sent(share)).toMatchObject([
    {
      content: { ari: `ari:cloud:jira:${acme.cloudId}:board/1`, link: board, type: 'board' },
      recipients: [{ type: 'user', email: 'nina.new@outside.example' }],
      comment: { format: 'plain_text', value: 'Welcome' },
    },
  ]);
  await context.close();
});

it('marks people without a licence in the picker', async () => {
  const { page, context } = await stage.open(`${site}/browse/ACME-1`);
  await page.getByTestId('share-dialog.ui.share-button').click();
  await page.locator('.fabric-user-picker__input').fill('noor');
  await page.getByRole('option', { name: 'Noor Haddad' }).getByText('Invite to Jira').waitFor();
  await context.close();
});

it('keeps the dialog and says so when the call is refused', async () => {
  const { page, context } = await stage.open(`${site}/wiki/spaces/DOCS/pages/1001/Getting-started`);
  stage.cloud.faults.add({
    method: 'POST',
    pathPattern: share,
    status: 403,
    headers: {},
    body: { code: 403, message: 'Not allowed here' },
    times: 1,
  });
  await page.locator('[data-vc="share-restrict-and-copy-button"] button').click();
  const dialog = page.getByRole('dialog', { name: 'Share Getting started' });
  await choose(dialog, page, 'Liam Chen');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('alert').getByText('Not allowed here').waitFor();
  expect(await dialog.isVisible()).toBe(true);
  await context.close();
});

it('adds people to Jira, and names the licence limit when it is reached', async () => {
  const { page, context } = await stage.open(board);
  const open = async (...emails: string[]) => {
    await page.getByTestId('invite-people.ui.navigation-add-people-button.trigger').click();
    const dialog = page.getByRole('dialog', { name: 'Add people to Jira' });
    for (const email of emails) await choose(dialog, page, email);
    return dialog;
  };
  const two = await open('nina.new@outside.example', 'omar.new@outside.example');
  expect(await accessibilityFaults(page)).toEqual([]);
  await two.getByRole('button', { name: 'Add 2 people' }).click();
  await page.getByRole('alert').getByText('Invitation sent').waitFor();
  expect(sent(invite)).toMatchObject([
    {
      users: [{ email: 'nina.new@outside.example' }, { email: 'omar.new@outside.example' }],
      resources: [`ari:cloud:jira-software::site/${acme.cloudId}`],
    },
  ]);
  // The two took the last seats of Jira.
  const third = await open('third.new@outside.example');
  await third.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByRole('alert').getByText('you’ve reached your user limit').waitFor();
  await context.close();
});

it('takes the focus back into the older dialog, but not from what is marked', async () => {
  const { page, context } = await stage.open(board);
  await page.getByTestId('invite-people.ui.navigation-add-people-button.trigger').click();
  const focused = (marked: boolean) =>
    page.evaluate((mark) => {
      const outside = document.createElement('button');
      if (mark) outside.dataset.noFocusLock = 'true';
      document.body.append(outside);
      outside.focus();
      return document.activeElement === outside;
    }, marked);
  expect(await focused(false)).toBe(false);
  expect(await focused(true)).toBe(true);
  await context.close();
});

it('requests access to a closed page, with the note', async () => {
  const { page, context } = await stage.open(`${site}/wiki/spaces/HR/pages/2001/Salaries`);
  await page.getByLabel('Note').fill('For the audit');
  await page.getByRole('button', { name: 'Request access' }).click();
  await page.getByRole('alert').getByText('Request sent').waitFor();
  expect(sent(requestAccess)).toMatchObject([
    {
      resources: [{ ari: `ari:cloud:confluence::site/${acme.cloudId}`, role: 'product/member' }],
      accessMode: 'REQUEST_ACCESS',
      note: 'For the audit',
    },
  ]);
  await context.close();
});

it.each([
  ['Join', labs.cloudId, 'DIRECT_ACCESS'],
  ['Request access', acme.cloudId, 'REQUEST_ACCESS'],
])('offers "%s" where that is what one may do', async (name, cloudId, accessMode) => {
  const ari = `ari:cloud:jira-software::site/${cloudId}`;
  const { page, context } = await stage.open(
    `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent(ari)}`,
    'noor',
  );
  await page.getByRole('button', { name }).click();
  await page.getByRole('alert').waitFor();
  expect(sent(requestAccess)).toMatchObject([{ resources: [{ ari }], accessMode }]);
  await context.close();
});

it('leads from a link one cannot open to the page where access is asked for', async () => {
  const { page, context } = await stage.open(`${site}/browse/ACME-1`);
  const [asked] = await Promise.all([
    context.waitForEvent('page'),
    page.getByTestId('button-connect-other-account').click(),
  ]);
  await asked.waitForURL(/^https:\/\/id\.atlassian\.com\/join\/user-access\?resource=/);
  await context.close();
});

it('starts an app from the switcher, and lists sites to join', async () => {
  const { page, context } = await stage.open(board);
  await page.getByRole('button', { name: 'Switch sites or apps' }).click();
  const joinable = page.getByTestId('join__section').getByTestId('switcher-base-item').first();
  expect(await joinable.getAttribute('href')).toContain('https://id.atlassian.com/join/user-access?resource=');
  expect(await joinable.getByTestId('switcher-item-lozenge').textContent()).toBe('Join');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByTestId('switcher-base-item').filter({ hasText: 'Try' }).click();
  await page.getByRole('alert').getByText('Your trial is on its way').waitFor();
  expect(sent(`/gateway/api/xflow/${acme.cloudId}/activate`)).toMatchObject([{ productKey: 'jira-product-discovery' }]);
  await context.close();
});

it('adds customers of the help desk', async () => {
  const { page, context } = await stage.open(`${site}/jira/servicedesk/projects/HELP/customers`, 'ravi');
  await page.getByRole('button', { name: 'Add customers' }).click();
  await page.getByLabel('Email addresses').fill('one@client.example; two@client.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await page.getByRole('alert').getByText('Customers added').waitFor();
  expect(sent('/rest/servicedesk/1/pages/people/customers/pagination/HELP/invite')).toEqual([
    { emails: ['one@client.example', 'two@client.example'] },
  ]);
  await context.close();
});

it('invites from the administration with the token of its cookie', async () => {
  const { page, context } = await stage.open(`${admin}/users`, 'ada');
  await page.getByTestId('nav-invite-users').click();
  await page.getByLabel('Email addresses').fill('nina.new@outside.example');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByTestId('invite-submit-button').click();
  await page.getByRole('alert').getByText('Invitations sent').waitFor();
  const path = `/gateway/api/adminhub/um/org/${organization.orgId}/users/invite`;
  expect(calls(stage.cloud, path)).toMatchObject([{ status: 200, body: { emails: ['nina.new@outside.example'] } }]);
  await context.close();
});

it('shows who somebody is in the profile card, asked in the session', async () => {
  const { page, context } = await stage.open(`${site}/browse/ACME-1`);
  await page.getByRole('button', { name: 'More information about Una Clay' }).first().click();
  const card = page.getByTestId('profilecard');
  await card.getByText('una.clay@acme.example').waitFor();
  expect(await card.locator('#action-button-view-profile').getAttribute('href')).toContain(
    'https://home.atlassian.com/o/',
  );
  await context.close();
});
