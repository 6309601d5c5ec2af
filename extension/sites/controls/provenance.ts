import type { Provenances } from '../selector.ts';
import type { tables } from './tables.ts';

/** Where each selector of a control is known from. Apart from the selectors, because pages load those and not this. */
export const controlProvenance = {
  acting: {
    'mention-invite': {
      reason: 'Row "Invite teammate to …" in the mention typeahead; picking it invites (@atlaskit/mention).',
      expected: [0, 1],
    },
    'space-access-request': {
      reason: 'Screen of a restricted space (documents; markup unverified).',
      expected: [0, 1],
    },
    'admin-invite-submit': { reason: 'Submit of the invite drawer.', expected: [0, 1] },
    'join-page': {
      reason: 'Join and invitation pages by address; their buttons by text, as scripts press them (no test ids known).',
      expected: [0, 1],
    },
    'create-token-submit': {
      reason: 'Last step of the dialog on the API tokens page (documents; markup unverified).',
      expected: [0, 1],
    },
  },
  jira: {
    'add-people': { reason: 'Button "Add people" beside the title of a space or board.', expected: [0, 1] },
    'view-share': { reason: 'Share button in the header of a space or board.', expected: [0, 1] },
    'issue-share': { reason: 'Share button of a work item.', expected: [0, 2] },
    'header-share': {
      reason:
        'Header of queues and of the navigator: a plain button that opens a popup and says "Share" (A: no other mark).',
      expected: [0, 2],
    },
    'recommended-app': { reason: 'Recommended app in the sidebar, described by its "Try" lozenge.', expected: [0, 1] },
    'home-message': {
      reason: 'Cross-sell panel on the home page; its other button only tells more.',
      expected: [0, 1],
    },
    'plan-offer': {
      reason: 'Offer of a higher plan in the top bar: a button without any mark but its words.',
      expected: [0, 1],
    },
    'menu-add-people': {
      reason: 'Menu of a space in the sidebar offers "Add people" (documents); a menu item with that text.',
      expected: [0, 1],
    },
    'access-add-people': {
      reason: 'Button "Add people" on the access page (documents; markup unverified).',
      expected: [0, 1],
    },
    'add-customers': {
      reason: 'Button "Add customers" on the pages of customers and organizations (documents; markup unverified).',
      expected: [0, 1],
    },
  },
  confluence: {
    'content-share': {
      reason: 'Share button of a page, the one place where Confluence content is opened to people since 2025.',
      expected: [0, 1],
    },
  },
  admin: {
    'admin-invite': {
      reason: 'Opens the invite drawer of the users page (script of 2025; unverified).',
      expected: [0, 1],
    },
    'admin-create-group': {
      reason: 'Creates a group, to which people and apps are then added (script; unverified).',
      expected: [0, 1],
    },
    'admin-text': {
      reason: 'Buttons of the directory pages by their documented text; the page is known by its address.',
      expected: [0, 2],
    },
    'admin-add-app': { reason: 'Adds an app to a site (documents; markup unverified).', expected: [0, 1] },
  },
  home: {
    'home-add-people': { reason: 'People directory: "Add people" opens the site’s invite dialog.', expected: [0, 1] },
  },
  identity: {
    'create-token': { reason: 'API tokens page (documents; markup unverified).', expected: [1, 2] },
  },
  trello: {
    'board-share': { reason: 'Opens the dialog that adds members.', expected: [0, 2] },
    'member-invite-submit': { reason: 'Adds the chosen people.', expected: [0, 1] },
    'invite-link-create': { reason: 'Creates a link by which anybody joins.', expected: [0, 1] },
    'board-request-access': { reason: 'Asks the owners of a board.', expected: [0, 1] },
    'trial-start': { reason: 'Starts a paid trial.', expected: [0, 1] },
  },
  everywhere: {
    'smart-link-access': {
      reason: 'Inline smart link to something the viewer cannot open; "pending" and "other account" are no intents.',
      expected: [0, null],
    },
    'smart-link-embed-join': {
      reason: 'Embedded smart link, access type DIRECT_ACCESS (@atlaskit/smart-card 45.17.24).',
      expected: [0, null],
    },
    'smart-link-embed-request': {
      reason: 'Embedded smart link, access type REQUEST_ACCESS (@atlaskit/smart-card 45.17.24).',
      expected: [0, null],
    },
    'switcher-join': {
      reason: 'Section of sites to join in the app switcher (section id of 16.1.1; unverified in the live one).',
      expected: [0, null],
    },
    'switcher-item': {
      reason: 'App switcher item with a "Try" or "Join" lozenge; lozenges in unknown languages are left alone.',
      expected: [0, null],
    },
    'switcher-suggestion': {
      reason: 'Suggested product of the older app switcher (16.1.1); unverified today.',
      expected: [0, null],
    },
    'sign-up-link': { reason: 'Address of the sign-up for a new app.', expected: [0, null] },
    'invitation-link': { reason: 'Public invitation link: whoever follows it joins.', expected: [0, null] },
    'join-link': { reason: 'Address of the page to join or request access.', expected: [0, null] },
  },
} as const satisfies Provenances<typeof tables>;
