import { join } from './account/join.ts';
import { accessSettings } from './admin/access-settings.ts';
import { groups } from './admin/groups.ts';
import { noAccess } from './admin/no-access.ts';
import { user } from './admin/user.ts';
import { users } from './admin/users.ts';
import { forbiddenPage } from './confluence/forbidden.ts';
import { wikiPage } from './confluence/page.ts';
import { bench } from './jira/bench.ts';
import { board } from './jira/board.ts';
import { issue } from './jira/issue.ts';
import { followSelectedIssue } from './jira/issue-modal.ts';
import { list } from './jira/list.ts';
import { settingsApp } from './jira/settings-app.ts';
import { customers } from './jsm/customers.ts';
import { queue } from './jsm/queue.ts';
import { data } from './kit/data.ts';
import { show, type View } from './kit/frame.ts';

type Route = readonly [path: RegExp, view: (match: string) => View];

/** First match wins; the first group is handed to the view. */
const routes: Readonly<Record<'jira' | 'confluence' | 'admin', readonly Route[]>> = {
  jira: [
    [/^\/browse\/([A-Z]+-\d+)/, issue],
    [/^\/jira\/settings\/apps\/gatehouse/, settingsApp],
    [/^\/jira\/servicedesk\/projects\/HELP\/customers/, customers],
    [/^\/jira\/servicedesk\//, queue],
    [/^\/jira\/core\/projects\/[^/]+\/list/, list],
    [/^/, boardOrBench],
  ],
  confluence: [
    [/^\/wiki\/spaces\/HR(?:\/|$)/, forbiddenPage],
    [/^/, wikiPage],
  ],
  admin: [
    [/^\/o\/[^/]+\/groups/, groups],
    [/^\/o\/[^/]+\/(?:app|user)-access-settings/, accessSettings],
    [/^\/o\/[^/]+\/users\/([^/]+)/, user],
    [/^/, users],
  ],
};

function boardOrBench(): View {
  const people = Number(new URLSearchParams(location.search).get('people'));
  return people > 0 ? bench(Math.min(people, 5000)) : board();
}

let shown = '';

/** Draws the page of the current address. A change of the query alone leaves the page as it is. */
export function drawRoute(): void {
  if (data.surface === 'join') {
    join();
    return;
  }
  const { pathname } = location;
  if (data.surface === 'admin' && !data.isAdmin) {
    show(noAccess());
    return;
  }
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
