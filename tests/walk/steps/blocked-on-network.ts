import type { Page } from 'playwright-core';
import { organization } from '../../../mocks/cloud/seed.ts';
import { arrivedGrants, must, type Step, type World } from '../world.ts';
import { prompt } from './dialogs.ts';

const [site, labs] = organization.sites;
const resource = `ari:cloud:jira-software::site/${site.cloudId}`;
const restricted = 'https://acme.atlassian.net/wiki/spaces/HR/pages/2001/Salaries';
const join = `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent(`ari:cloud:jira-software::site/${labs.cloudId}`)}&continue=${encodeURIComponent('https://acme-labs.atlassian.net/')}`;

export const blockedOnNetwork: readonly Step[] = [
  {
    name: 'Request access on a Confluence page is stopped',
    run: async (world) => {
      const { jira, stage } = world;
      await stage.cloud.forget();
      await jira.goto(restricted);
      await jira.getByRole('button', { name: /request access/i }).click();
      await prompt(jira);
      await noneArrived(world);
      return jira;
    },
  },
  {
    name: 'The join page is replaced by the policy prompt',
    run: async (world) => {
      const page = await world.employee.newPage();
      await page.goto(join).catch((error: Error) => must(/ERR_BLOCKED_BY_CLIENT/.test(error.message), error.message));
      await page.getByText('Access goes through IT').first().waitFor();
      must(page.url().startsWith('chrome-extension://'), `the page is ${page.url()}`);
      await noneArrived(world);
      await world.jira.close();
      world.jira = page;
      return page;
    },
  },
  {
    name: 'With every script of ours out of the way, the network still refuses',
    run: async (world) => {
      const { jira } = world;
      await jira.goto('https://acme.atlassian.net/jira/software/projects/ACME/boards/1');
      // That the world is able to call at all is part of the proof.
      const harmless = await callFromCleanWorld(jira, { '/gateway/api/v1/recommendations': { queryString: 'liam' } });
      must(
        Object.values(harmless).join() === 'answered with 200',
        `a harmless call was ${Object.values(harmless).join()}`,
      );
      const outcomes = await callFromCleanWorld(jira, {
        '/gateway/api/invitations/invite': { users: [{ email: 'x@outside.example' }], resources: [resource] },
        '/gateway/api/invitations/v1/access-requests/bulk/request': {
          resources: [{ ari: resource, role: 'product/member' }],
          accessMode: 'REQUEST_ACCESS',
        },
        [`/gateway/api/xflow/${site.cloudId}/activate`]: { productKey: 'jira-product-discovery' },
      });
      for (const [path, outcome] of Object.entries(outcomes))
        must(outcome.startsWith('refused'), `${path} was ${outcome}`);
      await noneArrived(world);
      return jira;
    },
  },
];

async function noneArrived(world: World): Promise<void> {
  const arrived = await arrivedGrants(world);
  must(arrived.length === 0, `arrived: ${arrived.join(', ')}`);
}

/**
 * Calls from a JavaScript world that none of our scripts has entered, on the page's own origin and with its session: what is
 * left when every script of ours is out of the way.
 */
async function callFromCleanWorld(
  page: Page,
  calls: Readonly<Record<string, unknown>>,
): Promise<Record<string, string>> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    const expression = `(${send.toString()})(${JSON.stringify(calls)})`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as Record<string, string>;
  } finally {
    await session.detach();
  }
}

async function send(calls: Record<string, unknown>): Promise<Record<string, string>> {
  for (const node of document.querySelectorAll('[data-gatehouse]')) node.remove();
  const outcomes: Record<string, string> = {};
  for (const [path, body] of Object.entries(calls))
    outcomes[path] = await fetch(new URL(path, location.origin), {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(
      (response) => `answered with ${response.status}`,
      (error: Error) => `refused: ${error.message}`,
    );
  return outcomes;
}
