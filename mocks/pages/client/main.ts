import { board } from './board.ts';
import { restrictedPage, wikiPage } from './confluence.ts';
import { data } from './data.ts';
import { issue } from './issue.ts';
import { join } from './join.ts';
import { startRouter } from './router.ts';

function page(): HTMLElement {
  const { pathname } = location;
  if (data.surface === 'join') return join();
  if (data.surface === 'confluence') return pathname.startsWith('/wiki/spaces/HR/') ? restrictedPage() : wikiPage();
  const key = /^\/browse\/([A-Z]+-\d+)/.exec(pathname)?.[1];
  return key ? issue(key) : board();
}

startRouter(() => document.getElementById('root')?.replaceChildren(page()));
