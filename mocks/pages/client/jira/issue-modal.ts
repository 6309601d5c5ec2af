import { button, h } from '../kit/dom.ts';
import { icon } from '../kit/icons.ts';
import { navigate } from '../kit/router.ts';
import { findIssue } from './find-issue.ts';
import { issueContent } from './issue-content.ts';

let open: { key: string; portal: HTMLElement } | null = null;
const testId = 'issue.views.issue-details.issue-modal.modal-dialog';

/** Keeps the modal over the board in step with `?selectedIssue=`: opens, changes or closes it. */
export function followSelectedIssue(): void {
  const key = location.pathname.startsWith('/browse/')
    ? null
    : new URLSearchParams(location.search).get('selectedIssue');
  if (key === (open?.key ?? null)) return;
  open?.portal.remove();
  open = null;
  const issue = key === null ? undefined : findIssue(key);
  if (!issue) return;
  const close = button(icon('close'), closeModal, { class: 'button icon-button', 'aria-label': 'Close' });
  const portal = h(
    'div',
    { class: 'atlaskit-portal-container' },
    h(
      'div',
      { class: 'atlaskit-portal' },
      h('div', { class: 'blanket', 'data-testid': `${testId}--blanket` }),
      h(
        'div',
        { class: 'positioner', 'data-testid': `${testId}--positioner` },
        h(
          'section',
          {
            role: 'dialog',
            'aria-modal': 'true',
            'aria-labelledby': 'issue-modal-title',
            'data-testid': testId,
            class: 'modal legacy issue-modal',
          },
          issueContent(issue, 'issue-modal-title', [close]),
        ),
      ),
    ),
  );
  portal.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) closeModal();
  });
  open = { key: issue.key, portal };
  document.body.append(portal);
  close.focus();
}

function closeModal(): void {
  const address = new URL(location.href);
  address.searchParams.delete('selectedIssue');
  navigate(address.href);
}
