import type { Page } from 'playwright-core';
import { organization } from '../../../mocks/cloud/seed.ts';
import { arrivedGrants, must, type Step, type World } from '../world.ts';
import { askIt, board, openShareWithList, prompt, submitOf } from './dialogs.ts';

const [site] = organization.sites;
const readable = 'ines.new@outside.example';
const unreadable = 'eve@outside';

/** What is unknown stays so, from the page to the reviewer. */
export const notKnown: readonly Step[] = [
  {
    name: 'A pasted list with somebody nobody can read goes to IT as it stood, and approval makes a task',
    run: async (world) => {
      const { jira, panel, stage } = world;
      await stage.cloud.forget();
      await jira.goto(board);
      await submitOf(await openShareWithList(jira, `${readable}, ${unreadable}`)).click();
      const people = (await prompt(jira)).locator('.people');
      await people.getByText(readable).waitFor();
      await people.getByText(`“${unreadable}”`).waitFor();
      await people.getByText('cannot be read').waitFor();
      const number = await askIt(jira, 'Both test the release with us.');
      await noneArrived(world);
      await openRequest(world, number);
      for (const text of [readable, `“${unreadable}”`, 'Cannot be read: find out who is meant before you approve'])
        await panel.getByText(text).first().waitFor();
      await panel.getByText('becomes a task for IT').first().waitFor();
      await panel.getByRole('button', { name: /^approve/i }).click();
      await panel.getByText('Approved, and now a task for IT').waitFor({ timeout: 20_000 });
      const invited = await fetch(`http://127.0.0.1:${stage.ports.control}/people/${readable}`);
      must(!invited.ok, `${readable} was invited although the list could not be read`);
      return panel;
    },
  },
  {
    name: 'An app nobody knows is asked for by its name, never as the app of the page',
    run: async (world) => {
      const { jira, panel } = world;
      await jira.bringToFront();
      await jira.goto(board);
      await callFromPage(jira, '/gateway/api/invitations/v1/access-requests/bulk/request', {
        resources: [{ ari: `ari:cloud:mystery-app::site/${site.cloudId}`, role: 'product/member' }],
        accessMode: 'REQUEST_ACCESS',
      });
      await (await prompt(jira)).getByText('unknown app "mystery-app"', { exact: false }).first().waitFor();
      const number = await askIt(jira, 'The agency plans in it.');
      await noneArrived(world);
      await openRequest(world, number);
      await panel.getByText('unknown app "mystery-app"', { exact: false }).first().waitFor();
      await panel.getByText('becomes a task for IT').first().waitFor();
      return panel;
    },
  },
  {
    name: 'What only the network can stop does not arrive, and the page goes on',
    run: async (world) => {
      const { jira } = world;
      await jira.bringToFront();
      await jira.goto(board);
      // That a worker is able to call at all is part of the proof.
      const harmless = await callFromWorker(jira, '/gateway/api/v1/recommendations', { queryString: 'liam' });
      must(harmless === 'answered with 200', `a harmless call of a worker was ${harmless}`);
      const outcome = await callFromWorker(jira, '/gateway/api/invitations/invite', {
        users: [{ email: 'x@outside.example' }],
        resources: [`ari:cloud:jira-software::site/${site.cloudId}`],
      });
      must(outcome.startsWith('refused'), `the call of the worker was ${outcome}`);
      await noneArrived(world);
      await jira.getByRole('heading', { name: 'Acme launch' }).waitFor();
      await jira.getByRole('button', { name: 'Refresh' }).click();
      return jira;
    },
  },
];

async function openRequest({ panel, stage }: World, number: number): Promise<void> {
  await panel.bringToFront();
  await panel.goto(stage.serviceUrl);
  await panel
    .getByRole('link', { name: new RegExp(`^#${number},`) })
    .first()
    .click();
  await panel.getByRole('button', { name: /^approve/i }).waitFor();
}

async function noneArrived(world: World): Promise<void> {
  const arrived = await arrivedGrants(world);
  must(arrived.length === 0, `arrived: ${arrived.join(', ')}`);
}

/** A call of the page's own scripts, which waits for the answer of the person. */
const callFromPage = (page: Page, path: string, body: unknown): Promise<void> =>
  page.evaluate(
    ([to, json]) => {
      void fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: json }).catch(
        () => undefined,
      );
    },
    [path, JSON.stringify(body)] as const,
  );

/** The same from a worker, where no script of ours runs. */
const callFromWorker = (page: Page, path: string, body: unknown): Promise<string> =>
  page.evaluate(
    async ([to, json]) => {
      const code = `onmessage = ({ data: [url, body] }) => fetch(url, {
        method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json' }, body,
      }).then(({ status }) => postMessage('answered with ' + status), ({ message }) => postMessage('refused: ' + message))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      worker.postMessage([new URL(to, location.origin).href, json]);
      const answer = await new Promise<string>((done) => {
        worker.addEventListener('message', ({ data }) => done(data));
        worker.addEventListener('error', () => done('never made: the worker did not start'));
      });
      worker.terminate();
      return answer;
    },
    [path, JSON.stringify(body)] as const,
  );
