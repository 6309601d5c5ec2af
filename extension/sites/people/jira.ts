import type { PersonSelector } from './selectors.ts';

/** Jira, and Jira Service Management's agent pages, which Jira serves. */
export const jira = [
  {
    name: 'profile-trigger',
    kind: 'trigger',
    css: '[data-testid="profilecard-next.ui.profilecard.profilecard-trigger"],[role="button"][aria-label^="More information about "]',
    evidence: 'A',
  },
  {
    name: 'board-assignee',
    kind: 'avatar',
    css: '[data-testid="board.common.fields.assignee-field-static.avatar"]',
    evidence: 'A',
  },
  {
    name: 'child-assignee',
    kind: 'avatar',
    css: '[data-testid="issue-line-card.ui.assignee.read-only-assignee"]',
    evidence: 'A',
  },
  {
    name: 'activity-avatar',
    kind: 'avatar',
    css: '[data-testid="contextual-summary.common.ui.user-avatar"]',
    evidence: 'A',
  },
  {
    name: 'business-assignee',
    kind: 'labelled',
    css: '[data-testid="board.content.cell.card"] button[aria-label^="Assignee: "]',
    evidence: 'A',
  },
  {
    name: 'issue-assignee',
    kind: 'name',
    css: '[data-testid="issue.views.field.user.assignee.name.wrapper"]',
    evidence: 'C',
  },
  {
    name: 'people-filter',
    kind: 'filter',
    css: 'input[type="checkbox"][name="assignee"],input[id^="assignee-"]',
    evidence: 'A',
  },
] as const satisfies readonly PersonSelector[];

/** Jira Service Management's customers page. */
export const jsm = [
  {
    name: 'customer-name',
    kind: 'name',
    css: 'a[data-component-selector="servicedesk.contacts.table.user-cell.name"],[data-component-selector="servicedesk.organization-details.customers-list.name"]',
    evidence: 'I',
  },
] as const satisfies readonly PersonSelector[];
