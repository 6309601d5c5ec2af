import type { PersonSelector } from './selectors.ts';

/** Jira, and Jira Service Management's agent pages, which Jira serves. */
export const jira: readonly PersonSelector[] = [
  {
    name: 'profile-trigger',
    kind: 'trigger',
    css: '[data-testid="profilecard-next.ui.profilecard.profilecard-trigger"],[role="button"][aria-label^="More information about "]',
    evidence: 'A',
    reason:
      'Every person in issue view and lists. It has no id attribute: that comes from the avatar or the page state.',
    expected: [0, null],
  },
  {
    name: 'board-assignee',
    kind: 'avatar',
    css: '[data-testid="board.common.fields.assignee-field-static.avatar"]',
    evidence: 'A',
    reason: 'Assignee on a software board card; the hidden label says "Assignee: <name>".',
    expected: [0, null],
  },
  {
    name: 'child-assignee',
    kind: 'avatar',
    css: '[data-testid="issue-line-card.ui.assignee.read-only-assignee"]',
    evidence: 'A',
    reason: 'Assignee of linked and child work items.',
    expected: [0, null],
  },
  {
    name: 'activity-avatar',
    kind: 'avatar',
    css: '[data-testid="contextual-summary.common.ui.user-avatar"]',
    evidence: 'A',
    reason: 'Activity feed of the summary page.',
    expected: [0, null],
  },
  {
    name: 'business-assignee',
    kind: 'labelled',
    css: '[data-testid="board.content.cell.card"] button[aria-label^="Assignee: "]',
    evidence: 'A',
    reason: 'Assignee button on a business board card; English label, other languages are found by the avatar inside.',
    expected: [0, null],
  },
  {
    name: 'issue-assignee',
    kind: 'name',
    css: '[data-testid="issue.views.field.user.assignee.name.wrapper"]',
    evidence: 'C',
    reason: 'Name of the assignee in the issue view.',
    expected: [0, 1],
  },
  {
    name: 'people-filter',
    kind: 'filter',
    css: 'input[type="checkbox"][name="assignee"],input[id^="assignee-"]',
    evidence: 'A',
    reason: 'Filter avatars are check boxes whose value, or id, is the account id (board, list, timeline, calendar).',
    expected: [0, null],
  },
];

/** Jira Service Management's customers page. */
export const jsm: readonly PersonSelector[] = [
  {
    name: 'customer-name',
    kind: 'name',
    css: 'a[data-component-selector="servicedesk.contacts.table.user-cell.name"],[data-component-selector="servicedesk.organization-details.customers-list.name"]',
    evidence: 'I',
    reason: 'Named in the styles of the customers page (A); that the element holds the name is inferred, unverified.',
    expected: [0, null],
  },
];
