import { h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { findIssue } from './find-issue.ts';
import { issueContent } from './issue-content.ts';

/** An issue on its own page. */
export function issue(key: string): View {
  const found = findIssue(key);
  if (found) return { title: `[${key}] ${found.summary}`, head: null, body: issueContent(found, 'issue-title') };
  const text = 'It may have been deleted, or you may have no permission to see it.';
  return {
    title: key,
    head: null,
    body: h('div', { class: 'stack' }, h('h1', {}, 'We couldn’t find this work item'), h('p', {}, text)),
  };
}
