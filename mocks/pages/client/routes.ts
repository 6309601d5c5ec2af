import { join } from './account/join.ts';
import { forbiddenPage } from './confluence/forbidden.ts';
import { wikiPage } from './confluence/page.ts';
import { board } from './jira/board.ts';
import { issue } from './jira/issue.ts';
import { followSelectedIssue } from './jira/issue-modal.ts';
import { data } from './kit/data.ts';
import { show, type View } from './kit/frame.ts';

type Route = readonly [path: RegExp, view: (match: string) => View];

/** First match wins; the first group is handed to the view. */
const routes: Readonly<Record<'jira' | 'confluence' | 'admin', readonly Route[]>> = {
  jira: [
    [/^\/browse\/([A-Z]+-\d+)/, issue],
    [/^/, board],
  ],
  confluence: [
    [/^\/wiki\/spaces\/HR(?:\/|$)/, forbiddenPage],
    [/^/, wikiPage],
  ],
  admin: [],
};

let shown = '';

/** Draws the page of the current address. A change of the query alone leaves the page as it is. */
export function drawRoute(): void {
  if (data.surface === 'join') {
    join();
    return;
  }
  const { pathname } = location;
  if (pathname !== shown) {
    for (const [path, view] of routes[data.surface]) {
      const match = path.exec(pathname);
      if (!match) continue;
      show(view(match[1] ?? ''));
      break;
    }
    shown = pathname;
  }
  followSelectedIssue();
}
