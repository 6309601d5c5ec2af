// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPageContext } from './page-context.ts';
import { findPeople, outermost, recogniseAmong, recognisePeople } from './people.ts';

const emma = '712020:3d1f0a52-0001-4e11-8a01-000000000001';
const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const hash = '0cc175b9c0f1b6a831c399e269772661';
const photo = (id: string) => `https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/${id}/0f0f/48`;
const gravatar = `https://secure.gravatar.com/avatar/${hash}?d=https%3A%2F%2Favatar-management--avatars.x%2Finitials%2FEB-1.png`;
const initials = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/initials/EB-1.png';

const show = (html: string, url = 'https://acme.atlassian.net/browse/WEB-1') => {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  return recognisePeople(document, readPageContext(new URL(url), document));
};
const brief = (html: string, url?: string) =>
  show(html, url).map(({ name, carrier, accountId }) => [name, carrier, accountId]);

beforeEach(() => document.body.replaceChildren());

describe('mentions', () => {
  it('carry the id; all, here and teams are nobody', () => {
    expect(
      brief(`
        <span data-mention-id="${emma}"><span data-testid="mention-${emma}">@Emma Berg</span></span>
        <span data-mention-id="all" data-user-type="SPECIAL"><span>@all</span></span>
        <span data-mention-id="here"><span>@here</span></span>
        <span data-mention-id="0cc175b9-c0f1-4b6a-831c-399e26977266"><span>@Web team</span></span>`),
    ).toEqual([['Emma Berg', 'mention-id', emma]]);
  });

  it('count once inside their trigger, whichever wraps the other', () => {
    const mention = `<span data-mention-id="${emma}">@Emma Berg</span>`;
    const trigger = (inner: string) =>
      `<span role="button" tabindex="0" aria-label="Emma Berg" data-testid="mention-with-profilecard-trigger">${inner}</span>`;
    expect(brief(trigger(mention))).toEqual([['Emma Berg', 'mention-id', emma]]);
    expect(brief(`<span data-mention-id="${emma}">${trigger('@Emma Berg')}</span>`)).toEqual([
      ['Emma Berg', 'mention-id', emma],
    ]);
  });

  it('rendered on the server are links', () => {
    expect(
      brief(`<p>Ask <a class="confluence-userlink user-mention" data-account-id="${emma}" href="/wiki/people/${emma}?ref=confluence">Emma Berg</a>
        or <a class="user-hover" accountid="${liam}" data-account-id="${liam}" href="/secure/ViewProfile.jspa?accountId=${liam.replace(':', '%3A')}">Liam Chen</a></p>`),
    ).toEqual([
      ['Emma Berg', 'mention-link', emma],
      ['Liam Chen', 'user-hover-link', liam],
    ]);
  });
});

describe('profile triggers', () => {
  const trigger = (name: string, src: string | null, words = '') => `
    <div data-vc="profilecard-wrapper"><span role="button" tabindex="0" aria-label="More information about ${name}">
      <div data-testid="profilecard-next.ui.profilecard.profilecard-trigger">
        ${src ? `<div role="img" aria-labelledby="x1"><span><img src="${src}" alt=""></span><span id="x1" hidden>${name}</span></div>` : ''}${words}
      </div></span></div>`;

  it('take the id from the avatar inside, and are one person', () => {
    expect(brief(trigger('Emma Berg', photo(emma), '<span>Emma Berg</span>'))).toEqual([
      ['Emma Berg', 'avatar-url', emma],
    ]);
    const [person] = show(trigger('Emma Berg', photo(emma)));
    expect(person?.element.getAttribute('role')).toBe('button');
  });

  it('without an id name somebody whom nobody may draw', () => {
    expect(brief(trigger('Emma Berg', initials))).toEqual([['Emma Berg', 'trigger-name', null]]);
    expect(brief(trigger('Emma Berg', null, 'Emma Berg'))).toEqual([['Emma Berg', 'trigger-name', null]]);
  });

  it('avatar and name in two triggers side by side are one visible place', () => {
    expect(brief(`<div>${trigger('Emma Berg', photo(emma))}${trigger('Emma Berg', null, 'Emma Berg')}</div>`)).toEqual([
      ['Emma Berg', 'avatar-url', emma],
    ]);
  });

  it('of different people stay apart', () => {
    expect(brief(`<div>${trigger('Emma Berg', photo(emma))}${trigger('Liam Chen', null, 'Liam Chen')}</div>`)).toEqual([
      ['Emma Berg', 'avatar-url', emma],
      ['Liam Chen', 'trigger-name', null],
    ]);
  });

  it('the same person in two cells is shown twice', () => {
    const row = `<table><tr><td>${trigger('Emma Berg', photo(emma))}</td><td>${trigger('Emma Berg', photo(emma))}</td></tr></table>`;
    expect(show(row)).toHaveLength(2);
  });

  it('are told apart by the page state, by name and picture together', () => {
    const state = (...people: [string, string, string][]) =>
      `<script type="text/plain" data-ssr-data>window.SPA_STATE={${people
        .map(
          ([id, name, picture], at) =>
            `"u${at}":{"__typename":"AtlassianAccountUser","accountId":"${id}","name":"${name}","picture":"${picture}"}`,
        )
        .join(',')}}</script>`;
    const other = recogniseIn(`${state([emma, 'Emma Berg', gravatar])}${trigger('Emma Berg', gravatar)}`);
    expect(other).toEqual([['Emma Berg', 'spa-state', emma]]);
    expect(
      recogniseIn(
        `${state([emma, 'Emma Berg', initials], [liam, 'Emma Berg', initials])}${trigger('Emma Berg', initials)}`,
      ),
    ).toEqual([['Emma Berg', 'trigger-name', null]]);
    expect(recogniseIn(`${state([emma, 'Emma Berg', photo(liam)])}${trigger('Emma Berg', initials)}`)).toEqual([
      ['Emma Berg', 'trigger-name', null],
    ]);
  });

  /** The state of a document is read once, so each case needs a document of its own. */
  function recogniseIn(html: string) {
    const fresh = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
    const context = readPageContext(new URL('https://acme.atlassian.net/browse/WEB-1'), fresh);
    return recognisePeople(fresh.body, context).map(({ name, carrier, accountId }) => [name, carrier, accountId]);
  }
});

describe('picture and name of one place', () => {
  const link = (inner: string, id = emma) => `<a href="/jira/people/${id}">${inner}</a>`;
  const picture = (id = emma) => link(`<img src="${photo(id)}" alt="">`, id);
  const nest = (html: string, tags: readonly string[]) =>
    tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag}>`, html);

  it.each([
    [[], []],
    [['span', 'div'], []],
    [['div', 'span', 'div', 'span', 'div'], ['p']],
    [['span'], ['div', 'div', 'div', 'div', 'b']],
  ])('are one however deep each of them stands: %j beside %j', (above, beside) => {
    expect(brief(`<div>${nest(picture(), above)}${nest(link('Emma Berg'), beside)}</div>`)).toEqual([
      ['Emma Berg', 'people-link', emma],
    ]);
  });

  it('in a row of activity, with what was done after them', () => {
    const row = (id: string, name: string) =>
      `<div><span><div>${picture(id)}</div></span><div>${link(name, id)} changed the <b>Assignee</b></div></div>`;
    expect(brief(row(emma, 'Emma Berg') + row(liam, 'Liam Chen'))).toEqual([
      ['Emma Berg', 'people-link', emma],
      ['Liam Chen', 'people-link', liam],
    ]);
  });

  it('are one as well where the name stands first', () => {
    const [person, ...others] = show(`<div>${link('Emma Berg')} ${picture()}</div>`);
    expect(others).toEqual([]);
    expect(person).toMatchObject({ name: 'Emma Berg', accountId: emma });
    expect(person?.element.textContent).toBe('Emma Berg');
    expect(person?.picture?.querySelector('img')).not.toBeNull();
    const again = `<div>${link('Emma Berg')}${picture()}${link('Emma Berg')}</div>`;
    expect(show(again).map(({ picture }) => picture !== null)).toEqual([false, true]);
    expect(brief(`<div>${picture()}${link('Emma Berg')}${picture()}</div>`)).toHaveLength(2);
  });

  it('keeps a name that starts like a byline', () => {
    expect(brief(link('By Chance'))).toEqual([['By Chance', 'people-link', emma]]);
  });

  it('are two where the name stands first and something is between them, or the picture is of somebody else', () => {
    expect(brief(`<div>${link('Emma Berg')}, ${picture()}</div>`)).toHaveLength(2);
    expect(brief(`<ul><li>${link('Emma Berg')}</li><li>${picture()}</li></ul>`)).toHaveLength(2);
    expect(brief(`<div>${link('Emma Berg')}${picture(liam)}</div>`)).toHaveLength(2);
    expect(brief(`<p>${link('Emma Berg')}</p><div>${picture()}</div>`)).toHaveLength(2);
  });

  it('are two where something is between them', () => {
    expect(brief(`<div>${picture()} reviewed what was written by ${link('Emma Berg')}</div>`)).toHaveLength(2);
    expect(brief(`<div>${picture()}<img src="/flag.png" alt="Blocked">${link('Emma Berg')}</div>`)).toHaveLength(2);
    expect(brief(`<ul><li>${picture()}</li><li>${link('Emma Berg')}</li></ul>`)).toHaveLength(2);
  });

  it('are one where the picture tells a hash and the name an id', () => {
    const [person, ...others] = show(
      `<div><img src="${gravatar}" alt=""><a href="/o/x/users/${emma}">Emma Berg</a><span>emma@acme.example</span></div>`,
      'https://admin.atlassian.com/o/x/users',
    );
    expect(others).toEqual([]);
    expect(person).toMatchObject({ name: 'Emma Berg', accountId: emma, emailHash: hash, evidence: 'I' });
    expect(person?.picture?.localName).toBe('img');
  });

  it('never make one of two people, whatever their depth', () => {
    expect(brief(`<div><i>${picture()}</i><i>${link('Liam Chen', liam)}</i></div>`)).toEqual([
      [null, 'people-link', emma],
      ['Liam Chen', 'people-link', liam],
    ]);
  });
});

describe('names', () => {
  it('are free of styles and scripts that stand among the words', () => {
    expect(
      brief(`<a href="/jira/people/${emma}"><style>.css-1x{color:red}</style>Emma <span>Berg</span><script>x()</script></a>
        <span data-mention-id="${liam}"><style>.m{}</style>@Liam Chen</span>`),
    ).toEqual([
      ['Emma Berg', 'people-link', emma],
      ['Liam Chen', 'mention-id', liam],
    ]);
  });

  it('are the shorter of two where one has words around it, in any language', () => {
    const filter = (words: string) =>
      `<fieldset><div><input type="checkbox" name="assignee" value="${emma}" aria-label="${words}"><div role="img" aria-labelledby="n"><span><img src="${gravatar}" alt=""></span><span id="n" hidden>Emma Berg</span></div></div></fieldset>`;
    for (const words of [
      'Filter assignees by Emma Berg',
      'Zuständige nach Emma Berg filtern',
      '担当者を Emma Berg で絞り込む',
    ])
      expect(brief(filter(words))).toEqual([['Emma Berg', 'filter-input', emma]]);
    expect(brief(filter('Bergmann, Emma Bergen'))).toEqual([['Bergmann, Emma Bergen', 'filter-input', emma]]);
  });

  it('of a filter without another name lose the words that are known', () => {
    expect(
      brief(
        `<fieldset><input type="checkbox" name="assignee" value="${emma}" aria-label="Filter assignees by Emma Berg"></fieldset>`,
      ),
    ).toEqual([['Emma Berg', 'filter-input', emma]]);
  });
});

describe('boards', () => {
  const card = (inner: string) =>
    `<div data-testid="board.content.cell.card"><a href="/browse/WEB-1" aria-label="WEB-1"></a>${inner}</div>`;

  it('business cards: the assignee, in any language when there is an avatar', () => {
    expect(brief(card(`<button aria-label="Assignee: Emma Berg"><img src="${gravatar}" alt=""></button>`))).toEqual([
      ['Emma Berg', 'gravatar-hash', null],
    ]);
    expect(
      brief(card(`<button aria-label="Bearbeiter: Emma Berg"><img src="${photo(emma)}" alt=""></button>`)),
    ).toEqual([['Emma Berg', 'avatar-url', emma]]);
    expect(brief(card(`<button aria-label="Assignee: Emma Berg"><img src="${initials}" alt=""></button>`))).toEqual([
      ['Emma Berg', 'trigger-name', null],
    ]);
  });

  it('nobody, type, priority and space pictures are not people', () => {
    expect(
      brief(
        card(`<button aria-label="Assignee: None"><span aria-hidden="true"><svg></svg></span></button>
          <button aria-label="Assignee: Unassigned"></button>
          <img alt="Task" src="https://acme.atlassian.net/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318">
          <img alt="Priority: Medium" src="https://acme.atlassian.net/images/icons/priorities/medium_new.svg">`),
      ),
    ).toEqual([]);
  });

  it('software cards: avatar with a hidden label', () => {
    const avatar = (image: string, label: string) => `<div data-testid="platform-board-kit.ui.card.card">
      <div data-testid="board.common.fields.assignee-field-static.avatar" role="img" aria-labelledby="a1">
        <span data-testid="board.common.fields.assignee-field-static.avatar--inner">${image}</span>
        <span data-testid="board.common.fields.assignee-field-static.avatar--label" id="a1" hidden>${label}</span></div></div>`;
    expect(brief(avatar(`<img src="${photo(emma)}">`, 'Assignee: Emma Berg'))).toEqual([
      ['Emma Berg', 'avatar-url', emma],
    ]);
    expect(brief(avatar('<svg></svg>', 'Nicht zugewiesen'))).toEqual([]);
    expect(show(avatar(`<img src="${photo(emma)}">`, 'Assignee: Emma Berg'))[0]?.dense).toBe(true);
  });

  it('filters: check box and avatar are one', () => {
    const filter = `<fieldset><legend>Filter</legend><div>
      <div><input type="checkbox" name="assignee" value="${emma}" aria-label="Emma Berg is online"><div><img src="${gravatar}" alt=""></div></div>
      <div><input type="checkbox" name="assignee" value="${liam}" aria-label="Liam Chen"><div><img src="${initials}" alt=""></div></div>
      <div><input type="checkbox" name="assignee" id="assignee-empty" value="" aria-label="Unassigned"><div></div></div>
    </div></fieldset>`;
    expect(brief(filter)).toEqual([
      ['Emma Berg', 'filter-input', emma],
      ['Liam Chen', 'filter-input', liam],
    ]);
    expect(show(filter)[0]?.emailHash).toBe(hash);
    const labels = [emma, liam].map(
      (id) =>
        `<input type="checkbox" id="assignee-${id}"><label for="assignee-${id}"><img src="${gravatar}" alt="Person"></label>`,
    );
    expect(brief(`<div>${labels.join('')}</div>`).map(([, carrier, id]) => [carrier, id])).toEqual([
      ['filter-input', emma],
      ['filter-input', liam],
    ]);
  });
});

describe('the viewer', () => {
  const menu = `<button data-testid="atlassian-navigation--secondary-actions--profile--trigger" aria-label="emma.berg@acme.example"><img src="${gravatar}" alt="Account"></button>`;

  it('is marked, and is one', () => {
    const meta = document.createElement('meta');
    meta.setAttribute('name', 'ajs-atlassian-account-id');
    meta.setAttribute('content', emma);
    document.head.append(meta);
    const people = show(`${menu}<a role="menuitem" href="/jira/people/${emma}">Profile</a>`);
    meta.remove();
    expect(
      people.map(({ carrier, accountId, emailHash, viewer }) => ({ carrier, accountId, emailHash, viewer })),
    ).toEqual([{ carrier: 'viewer-menu', accountId: emma, emailHash: hash, viewer: true }]);
  });
});

describe('the viewer’s menu', () => {
  const withViewer = (html: string) => {
    const meta = document.createElement('meta');
    meta.setAttribute('name', 'ajs-atlassian-account-id');
    meta.setAttribute('content', emma);
    document.head.append(meta);
    const people = show(html, 'https://acme.atlassian.net/wiki/home');
    meta.remove();
    return people.map(({ accountId, viewer }) => [accountId, viewer]);
  };
  const menu = (image: string) =>
    `<header><nav aria-label="Actions"><div role="listitem"><button aria-haspopup="true"><span>${image}</span></button></div></nav></header>`;

  it('is theirs in every product’s top bar', () => {
    expect(withViewer(menu(`<img src="/wiki/aa-avatar/${emma}" alt="">`))).toEqual([[emma, true]]);
    expect(withViewer(menu(`<img src="${gravatar}" alt="Account">`))).toEqual([[emma, true]]);
  });

  it('is no menu of somebody else, and nothing without a picture', () => {
    expect(withViewer(menu(`<img src="/wiki/aa-avatar/${liam}" alt="">`))).toEqual([[liam, false]]);
    expect(withViewer(menu('<svg></svg>Help'))).toEqual([]);
    expect(withViewer(menu('<svg></svg>More').replace('<button', '<button data-testid="tabs.more"'))).toEqual([]);
  });
});

describe('profile cards', () => {
  it('are one person, named without the nickname', () => {
    expect(
      brief(`<div role="dialog" data-testid="profilecard" aria-labelledby="profilecard-name-label"><img src="${gravatar}" alt="">
        <h2 id="profilecard-name-label" data-testid="profilecard-name">Emma Berg (emma)</h2>
        <a id="action-button-view-profile" href="/jira/people/${emma}">View profile</a></div>`),
    ).toEqual([['Emma Berg', 'profile-card', emma]]);
  });
});

describe('Confluence', () => {
  const url = 'https://acme.atlassian.net/wiki/spaces/HR/pages/1/x';

  it('byline: picture and name link are one', () => {
    expect(
      brief(
        `<div><a href="/wiki/people/${emma}"><img src="/wiki/aa-avatar/${emma}" alt=""></a><span>By <a href="/wiki/people/${emma}?ref=confluence">Emma Berg (Deactivated)</a></span></div>`,
        url,
      ),
    ).toEqual([['Emma Berg', 'people-link', emma]]);
  });
});

it('a display name that is an attack stays text', () => {
  const [person] = show(`<span data-mention-id="${emma}">@&lt;img src=x onerror=alert(1)&gt;</span>`);
  expect(person?.name).toBe('<img src=x onerror=alert(1)>');
});

it('a part of the page is enough', () => {
  show(
    `<div id="a"><span data-mention-id="${emma}"><i>@Emma Berg</i></span></div><span data-mention-id="${liam}">@Liam Chen</span>`,
  );
  const context = readPageContext(new URL('https://acme.atlassian.net/browse/WEB-1'), document);
  const inner = document.querySelector('i') ?? document.body;
  expect(recognisePeople(inner, context).map(({ name }) => name)).toEqual(['Emma Berg']);
});

it('reading some of the places tells about them what reading all of them does', () => {
  const ids = [emma, liam, '5b10a2844c20165700ede215'];
  const context = readPageContext(new URL('https://acme.atlassian.net/browse/WEB-1'), document);
  const one = fc.record({ id: fc.constantFrom(...ids), name: fc.constantFrom('Emma Berg', 'Liam Chen', 'Pat') });
  const piece = one.chain(({ id, name }) =>
    fc.constantFrom(
      `<span data-mention-id="${id}">@${name}</span>`,
      `<img src="${photo(id)}" alt="">`,
      `<img src="${photo(id)}" alt="${name}">`,
      `<a href="/jira/people/${id}">${name}</a>`,
      `<span role="button" aria-label="More information about ${name}">${name}</span>`,
      `<div role="img" aria-labelledby="x"><span><img src="${photo(id)}" alt=""></span><span id="x" hidden>${name}</span></div>`,
      `<div data-account-id="${id}"><img src="${photo(id)}" alt=""><span>${name}</span><a href="/jira/people/${emma}">Emma</a></div>`,
      `<fieldset><label><input type="checkbox" name="assignee" value="${id}" aria-label="${name}"><img src="${photo(id)}" alt=""></label></fieldset>`,
      '<p>Words</p>',
    ),
  );
  const { page } = fc.letrec<{ page: string; row: string }>((tie) => ({
    row: fc
      .tuple(fc.constantFrom('div', 'li', 'span', 'section'), tie('page'))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    page: fc.array(fc.oneof({ depthSize: 'small' }, piece, tie('row')), { maxLength: 8 }).map((all) => all.join('')),
  }));
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), (pages, coins) => {
      const all = show(pages.map((html) => `<div>${html}</div>`).join(''));
      const found = findPeople(document, context);
      const [some, others] = [new Set<Element>(), new Set<Element>()];
      for (const place of outermost(found)) (coins.next().value ? some : others).add(place);
      const told = [...recogniseAmong(found, some, context), ...recogniseAmong(found, others, context)];
      const inOrder = all.map((person) => told.find(({ element }) => element === person.element));
      expect(inOrder).toEqual(all);
      expect(new Set(told.map(({ element }) => element)).size).toBe(all.length);
    }),
    { numRuns: 60 },
  );
});
