// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { tables } from './controls/tables.ts';
import { learnControls, recogniseControls } from './controls.ts';
import { labelLanguage, learnLabels } from './label-match.ts';
import { translations } from './labels/translations.ts';
import { readPageContext } from './page-context.ts';
import { readShareDialogs } from './share-dialog.ts';

const board = 'https://acme.atlassian.net/jira/software/projects/WEB/boards/1';
const orgId = '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01';

const put = (html: string): void => {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
};
const controls = (html: string, url = board) => {
  put(html);
  return recogniseControls(document, readPageContext(new URL(url), document));
};
const brief = (html: string, url?: string) =>
  controls(html, url).map(({ carrier, intent, step, evidence }) => [carrier, intent, step, evidence]);

beforeEach(() => document.body.replaceChildren());

beforeEach(() => {
  learnControls(tables);
  learnLabels(translations);
});

describe('by test id or address', () => {
  it.each([
    [
      '<button data-testid="invite-people.ui.navigation-add-people-button.trigger">Add people</button>',
      'add-people',
      'add-to-project',
    ],
    [
      '<button id="po-spotlight-share-button" data-vc="share-button"><span role="img" aria-label="Share"></span></button>',
      'view-share',
      'share-with-new-person',
    ],
    [
      '<div role="button" data-id="invite-teammate"><div data-testid="name-section">Invite teammate</div></div>',
      'mention-invite',
      'invite',
    ],
    ['<button data-testid="button-direct_access">Join</button>', 'smart-link-embed-join', 'join'],
    ['<button data-testid="button-connect-other-account">Jetzt beitreten</button>', 'smart-link-access', 'join'],
    [
      '<button data-testid="button-connect-other-account">Demander l’accès</button>',
      'smart-link-access',
      'request-access',
    ],
    ['<button aria-describedby="try-this-recommendation-lozenge">Plan better</button>', 'recommended-app', 'start-app'],
    ['<a href="https://www.atlassian.com/try/cloud/signup?bundle=loom">Loom</a>', 'sign-up-link', 'start-app'],
    ['<a href="https://id.atlassian.com/invite/p/jira-software?id=abc">Open</a>', 'invitation-link', 'join'],
    [
      '<a data-testid="switcher-base-item" href="/x">Loom <b data-testid="switcher-item-lozenge">Ausprobieren</b></a>',
      'switcher-item',
      'start-app',
    ],
  ])('%s', (html, carrier, intent) => expect(controls(html)).toMatchObject([{ carrier, intent }]));

  it.each([
    '<button data-testid="button-connect-other-account">Pending approval</button>',
    '<button data-testid="button-connect-other-account">Try another account</button>',
    '<button data-testid="button-access_exists">Open</button>',
    '<a data-testid="switcher-base-item" href="/x">Loom <b data-testid="switcher-item-lozenge">New</b></a>',
    '<div data-testid="jira-your-work-message"><button aria-label="Discover more">Learn more</button></div>',
    '<button data-testid="team-button-trigger" aria-label="Link contributing teams"></button>',
  ])('%s gives nothing away', (html) => expect(controls(html)).toEqual([]));
});

describe('by text', () => {
  const share = '<button aria-haspopup="true" aria-expanded="false"><span>Share</span></button>';

  it('needs the place too, and is never better than D', () => {
    expect(brief(`<div role="main">${share}</div>`)).toEqual([['header-share', 'share-with-new-person', 'opens', 'D']]);
    expect(brief(`<nav>${share}</nav>`)).toEqual([]);
    expect(brief('<div role="main"><button>Share</button></div>')).toEqual([]);
  });

  it('finds Share in headers, served and drawn, by what stands around it', () => {
    const icon = '<span role="img" aria-label="Share"><svg></svg></span>';
    for (const html of [
      '<button data-vc="share-button-button" aria-haspopup="false"><span>Share</span></button>',
      `<header data-ssr-placeholder="project-view-navigation"><button type="button"><span>${icon}</span></button></header>`,
      `<div role="main"><div data-testid="horizontal-nav-header.ui.board-header.header"><button>${icon}</button></div></div>`,
      `<header><button aria-haspopup="true">${icon.replace('Share', 'Teilen')}</button></header>`,
    ])
      expect(controls(html)).toMatchObject([{ intent: 'share-with-new-person' }]);
    expect(brief(`<div role="main"><article><button>${icon}</button></article></div>`)).toEqual([]);
  });

  it('tells buttons that buy a plan from those that start an app', () => {
    for (const words of ['Premium trial', 'Upgrade'])
      expect(brief(`<header><button type="button"><span>${words}</span></button></header>`)).toEqual([
        ['plan-offer', 'change-plan', 'opens', 'D'],
      ]);
    expect(brief('<div role="main"><button>Upgrade</button></div>')).toEqual([]);
  });

  it('works in the page’s language and says which', () => {
    const [found] = controls(`<div role="main">${share.replace('Share', 'Поделиться')}</div>`);
    expect(found).toMatchObject({ labelLanguage: 'ru', label: 'Поделиться' });
  });

  it('needs the page’s address for buttons with common words', () => {
    const add = '<button>Add customers</button>';
    expect(brief(add, 'https://acme.atlassian.net/jira/servicedesk/projects/SUP/customers')).toEqual([
      ['add-customers', 'create-customer', 'opens', 'D'],
    ]);
    expect(brief(add)).toEqual([]);
    const token = '<button>Create API token</button><button>Revoke</button>';
    expect(brief(token, 'https://id.atlassian.com/manage-profile/security/api-tokens')).toEqual([
      ['create-token', 'create-api-token', 'opens', 'D'],
    ]);
    expect(brief(token, 'https://id.atlassian.com/manage-profile/profile')).toEqual([]);
  });

  it('join pages', () => {
    const join = `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent('ari:cloud:jira::site/5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11')}`;
    expect(brief('<button>Request access</button><button>Log out</button>', join)).toEqual([
      ['join-page', 'request-access', 'acts', 'D'],
    ]);
    expect(brief('<button>Join</button>', join)).toEqual([['join-page', 'join', 'acts', 'D']]);
    expect(brief('<button>Join</button>', 'https://id.atlassian.com/login')).toEqual([]);
    const held = [['join-page', 'join', 'acts', 'D']];
    for (const button of [
      '<input type="submit" value="Join">',
      '<input type="button" value=" Join now ">',
      '<input type="image" alt="Join">',
      '<button aria-labelledby="word"><svg></svg></button><span id="word" hidden>Join</span>',
      '<div role="button" aria-labelledby="none word"></div><p id="word">Join</p>',
    ])
      expect(brief(button, join), button).toEqual(held);
    expect(brief('<input type="submit" value="Request access">', join)).toEqual([
      ['join-page', 'request-access', 'acts', 'D'],
    ]);
    expect(
      brief('<input type="checkbox" value="Join"><input type="submit"><button aria-labelledby="x"></button>', join),
    ).toEqual([]);
    for (const address of [
      'https://id.atlassian.com/de/join/user-access',
      'https://id.atlassian.com/pt-br/join/user-access/',
      'https://id.atlassian.com//join/user-access',
      'https://id.atlassian.com/JOIN/user-access',
      'https://id.atlassian.com/j%6Fin/user-access',
      'https://id.atlassian.com./join/user-access',
      'https://id.atlassian.com/de/invite/p/loom',
      'https://id.atlassian.com//invite/p/loom',
    ])
      expect(brief('<button>Join</button>', address), address).toEqual(held);
    for (const address of [
      'https://id.atlassian.com/help/how-to-invite-p',
      'https://id.atlassian.com/joined/user-access',
    ])
      expect(brief('<button>Join</button>', address), address).toEqual([]);
  });

  it('admin pages', () => {
    const html =
      '<button data-testid="nav-invite-users">Invite users</button><button>Benutzer einladen</button><button>Export users</button>';
    expect(brief(html, `https://admin.atlassian.com/o/${orgId}/users`)).toEqual([
      ['admin-invite', 'invite', 'opens', 'D'],
      ['admin-text', 'invite', 'opens', 'D'],
    ]);
  });
});

describe('share and invite dialogs', () => {
  const chip = (label: string, image = '') =>
    `<div data-user-picker-multi-value="x">${image}<span>${label}</span></div>`;
  const share = (chips: string, submit = 'Share', typed = '') => `<section role="dialog"><h1>Share</h1>
    <label id="share-user-picker-field-label">Names</label>
    <div class="fabric-user-picker__control">${chips}<div class="fabric-user-picker__input"><input value="${typed}"></div></div>
    <div data-testid="form-footer"><button type="submit">${submit}</button></div></section>`;
  const photo =
    '<img src="https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/557058:3d1f0a52-0005-4e11-8a01-000000000005/0f0f/48">';

  it('a share with people of the site is harmless', () => expect(brief(share(chip('Liam Chen', photo)))).toEqual([]));

  it('a share with an address, a typed one too, or with the word "Invite" is not', () => {
    const expected = [['share-submit', 'share-with-new-person', 'acts', 'B']];
    expect(brief(share(chip('nina.new@outside.example')))).toEqual(expected);
    expect(brief(share('', 'Share', 'nina.new@outside.example'))).toEqual(expected);
    expect(brief(share(chip('Liam Chen', photo), 'Einladen'))).toEqual(expected);
  });

  it('reads who is chosen', () => {
    put(share(chip('Liam Chen', photo) + chip('Nina.New@outside.example'), 'Share'));
    expect(readShareDialogs(document)).toMatchObject([
      {
        kind: 'share',
        recipients: [
          { accountId: '557058:3d1f0a52-0005-4e11-8a01-000000000005', label: 'Liam Chen' },
          { accountId: null, label: 'Nina.New@outside.example' },
        ],
        isInviteWording: false,
        product: null,
      },
    ]);
  });

  it('a byline "Invite to Confluence" is invite wording and names the product', () => {
    put(
      share(
        `${chip('Noor Haddad')}<span data-testid="user-picker-custom-secondary-text">In Confluence einladen</span>`,
      ).replace('In Confluence einladen', 'Zu Confluence einladen'),
    );
    expect(readShareDialogs(document)).toMatchObject([
      { isInviteWording: true, product: 'confluence', language: 'de' },
    ]);
  });

  it('the invite dialog of a site and of a space', () => {
    const dialog = (title: string) =>
      `<div role="dialog"><h1>${title}</h1><input id="invite-user-picker"><button>Cancel</button><button>Add 3 people</button></div>`;
    expect(brief(dialog('Invite people to Jira'))).toEqual([['invite-submit', 'invite', 'acts', 'D']]);
    expect(brief(dialog('Add people to Web shop'))).toEqual([['add-to-space-submit', 'add-to-project', 'acts', 'D']]);
  });

  it('another dialog with a people picker is not one', () => {
    const assign =
      '<div role="dialog"><h1>Edit work item</h1><div class="fabric-user-picker__control"></div><button>Save</button></div>';
    expect(brief(assign)).toEqual([]);
  });
});

it('English is known from the start, other languages once they are learnt', () => {
  learnLabels({});
  expect(labelLanguage('requestAccess', 'Request access')).toBe('en');
  expect(labelLanguage('requestAccess', 'Zugriff anfordern')).toBeNull();
  learnLabels(translations);
  expect(labelLanguage('requestAccess', 'Zugriff anfordern')).toBe('de');
});
