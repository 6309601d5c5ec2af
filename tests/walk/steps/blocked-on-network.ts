import { organization } from '../../../mocks/cloud/seed.ts';
import { arrivedGrants, must, type Step, type World } from '../world.ts';
import { prompt } from './dialogs.ts';

const [site, labs] = organization.sites;
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
      await prompt(jira).waitFor();
      await noneArrived(world);
      return jira;
    },
  },
  {
    name: 'The join page is replaced by the policy prompt',
    run: async (world) => {
      const page = await world.employee.newPage();
      await page.goto(join).catch((error: Error) => must(/ERR_ABORTED|interrupted/.test(error.message), error.message));
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
      const outcomes = await jira.evaluate(attackFromCleanFrame, { cloudId: site.cloudId });
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

/** What a page does that wants past us: removes our nodes and calls with the untouched `fetch` of a new frame. */
async function attackFromCleanFrame({ cloudId }: { cloudId: string }): Promise<Record<string, string>> {
  for (const node of document.querySelectorAll('[data-gatehouse]')) node.remove();
  const frame = document.createElement('iframe');
  frame.src = '/robots.txt';
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  const clean = frame.contentWindow?.fetch.bind(frame.contentWindow);
  if (!clean) throw new Error('the frame has no window');
  const resource = `ari:cloud:jira-software::site/${cloudId}`;
  const calls: Record<string, unknown> = {
    '/gateway/api/invitations/invite': { users: [{ email: 'x@outside.example' }], resources: [resource] },
    '/gateway/api/invitations/v1/access-requests/bulk/request': {
      resources: [{ ari: resource, role: 'product/member' }],
      accessMode: 'REQUEST_ACCESS',
    },
    [`/gateway/api/xflow/${cloudId}/activate`]: { productKey: 'jira-product-discovery' },
  };
  const outcomes: Record<string, string> = {};
  for (const [path, body] of Object.entries(calls))
    outcomes[path] = await clean(new URL(path, location.origin), {
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
