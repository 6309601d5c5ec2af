import { expect, it } from 'vitest';
import { formatTable } from '../tools/recognise/format.ts';
import { recognisePage } from '../tools/recognise/saved-page.ts';

const emma = '712020:3d1f0a52-0001-4e11-8a01-000000000001';
const page = `<!doctype html><body>
  <table id="work"><tr><td><a href="/jira/people/${emma}">Emma Berg</a></td><td><span role="button" aria-label="More information about Pat">Pat</span></td></tr></table>
  <button id="po-spotlight-share-button" data-vc="share-button">Share</button>
  <div role="button" data-id="invite-teammate">Invite teammate</div></body>`;

it('tells what ships from what is for diagnosis, and in which lists badges would be drawn', async () => {
  const found = await recognisePage('https://acme.atlassian.net/jira/core/projects/WEB/list', page);
  expect(found.people.map(({ name, badge, list }) => [name, badge, list])).toEqual([
    ['Emma Berg', true, 'table#work'],
    ['Pat', false, 'table#work'],
  ]);
  expect(found.lists).toEqual([{ path: 'table#work', badges: 1 }]);
  expect(found.controls.map(({ carrier, step, ships }) => [carrier, step, ships])).toEqual([
    ['view-share', 'opens', false],
    ['mention-invite', 'acts', true],
  ]);
  const table = formatTable(found);
  expect(table).toMatch(/view-share .*diagnosis only/);
  expect(table).toMatch(/mention-invite .* ships /);
  expect(table).toMatch(/1 lists with badges\n {2}1 {2}table#work/);
}, 60_000);
