// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { IntentOnPage } from '../../core/contract/messages/index.ts';
import { MOST_WHOM, somebody } from '../../core/identity/index.ts';
import { KnownProduct, productName } from '../../core/organization/index.ts';
import { Passes } from '../features/access-block/passes.ts';
import type { ControlRef } from '../sites/control.ts';
import { recogniseControls } from '../sites/controls.ts';
import { type ClassifiedCall, classifyCall } from '../sites/endpoints.ts';
import { learnLabels } from '../sites/label-match.ts';
import { translations } from '../sites/labels/translations.ts';
import { readPageContext } from '../sites/page-context.ts';
import { dialogIntents, readShareDialogs } from '../sites/share-dialog.ts';
import { listPeople } from '../words/people.ts';
import { intentOfCall } from './of-call.ts';
import { intentsOfControl } from './of-control.ts';
import { intentOfDialog, intentsOfDialog } from './of-dialog.ts';
import { targetsOf } from './targets.ts';

const cloudId = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const other = '91d3e7f4-8a25-4b6c-b0e8-2f6d5c3a7e22';
const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const at = (url: string) => readPageContext(new URL(url), document);
const board = () => at('https://acme.atlassian.net/jira/software/projects/ACME/boards/1');

beforeEach(() => {
  document.head.innerHTML = `<meta name="ajs-cloud-id" content="${cloudId}">`;
  document.body.innerHTML = `<section role="dialog"><h2>Share</h2><label id="share-user-picker-field-label">Names</label>
    <span data-user-picker-multi-value="${liam}">Liam Chen</span><span data-user-picker-multi-value="">Nina.New@outside.example</span>
    <input name="users"><footer data-testid="form-footer"><button type="submit">Invite</button></footer></section>`;
});

const intentOfControl = (...of: Parameters<typeof intentsOfControl>) => intentsOfControl(...of)[0];
const control = (intent: ControlRef['intent'], element: Element): ControlRef => ({
  element,
  intent,
  step: 'acts',
  evidence: 'B',
  carrier: 'x',
  label: null,
  labelLanguage: null,
});
const call = (more: Partial<ClassifiedCall>): ClassifiedCall => ({
  endpoint: 'share',
  intent: 'share-with-new-person',
  also: [],
  targets: [{ email: 'nina.new@outside.example', accountId: null }],
  product: 'of-page',
  cloudId: 'of-page',
  ...more,
});

describe('what somebody is about to do', () => {
  it('is read from the dialog that a button sends, with everybody in it', () => {
    const submit = document.querySelector('button') ?? document.body;
    const intent = intentOfControl(control('share-with-new-person', submit), board());
    expect(intent).toEqual({
      intent: 'share-with-new-person',
      product: 'jira-software',
      cloudId,
      siteHost: 'acme.atlassian.net',
      container: 'ACME',
      targets: [
        { email: null, accountId: liam, text: 'Liam Chen' },
        { email: 'nina.new@outside.example', accountId: null, text: 'Nina.New@outside.example' },
      ],
      layer: 'page',
    });
    const [dialog] = readShareDialogs(document);
    expect(dialog && intentOfDialog(dialog, board())).toEqual(intent);
    expect(IntentOnPage.safeParse(intent).success).toBe(true);
  });

  it('names people whom the directory does not know as their chips do', () => {
    const ids = ['70121:0f8fad5b-d9cb-469f-a165-70867728950e', '70121:7c9e6679-7425-40de-944b-e07fc1f90ae7'];
    const chips = [...document.querySelectorAll('[data-user-picker-multi-value]')];
    const names = ['Eve Ray', 'Kim \u202eLee'];
    for (const [index, chip] of chips.entries()) {
      chip.setAttribute('data-user-picker-multi-value', ids[index] ?? '');
      chip.textContent = names[index] ?? '';
    }
    const intent = intentOfControl(
      control('share-with-new-person', document.querySelector('button') as Element),
      board(),
    );
    expect(intent.targets).toEqual([
      { email: null, accountId: ids[0], text: 'Eve Ray' },
      { email: null, accountId: ids[1], text: 'Kim ‹U+202E›Lee' },
    ]);
    expect(IntentOnPage.safeParse(intent).success).toBe(true);
    expect(listPeople(intent.targets)).toBe('Eve Ray and Kim ‹U+202E›Lee');
  });

  it.each<[string, string, string, object]>([
    [
      'the drawer of administration',
      `<dialog><form data-testid="invite-drawer-component"><h2>Invite users</h2><div data-testid="invitee-list-user-picker-paste-handler">
        <textarea name="emails">eve@outside.example; kim@</textarea></div><label><input type="checkbox" checked value="confluence"> Confluence</label>
        <button type="submit" data-testid="invite-submit-button">Invite users</button></form></dialog>`,
      `s/${other}/users`,
      { intent: 'invite', product: 'confluence', cloudId: other },
    ],
    [
      'members of a group',
      `<section role="dialog"><h2>Add group members</h2><div class="fabric-user-picker__control"><input value="eve@outside.example, kim@"></div>
        <button>Cancel</button><button>Add</button></section>`,
      'o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01/groups/1',
      { intent: 'add-to-group', product: null, cloudId: null, siteHost: null },
    ],
    [
      'a role for somebody',
      `<section role="dialog"><h2>Grant access</h2><div class="fabric-user-picker__control"><input value="eve@outside.example, kim@"></div>
        <select name="product"><option selected value="loom">Loom</option></select><button>Cancel</button><button>Grant access</button></section>`,
      'o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01/users/1',
      { intent: 'grant-role', product: 'loom', cloudId: null },
    ],
  ])('reads people, app and site in %s', (_, html, path, expected) => {
    learnLabels(translations);
    document.head.replaceChildren();
    document.body.innerHTML = html;
    const context = at(`https://admin.atlassian.com/${path}`);
    const [found, ...more] = recogniseControls(document, context).filter(({ step }) => step === 'acts');
    expect(more).toEqual([]);
    const intents = found && intentsOfControl(found, context);
    expect(intents).toMatchObject([expected]);
    expect(intents?.[0].targets).toEqual([
      { email: 'eve@outside.example', accountId: null },
      { email: null, accountId: null, text: 'kim@' },
    ]);
  });

  it.each<[string, string, string | null]>([
    ['Add people to Jira', 'invite', 'jira-software'],
    ['Add people to Jira Service Management', 'invite', 'jira-servicedesk'],
    ['Add people to Jira migration', 'add-to-project', 'jira-software'],
    ['Add people to Web shop', 'add-to-project', 'jira-software'],
    ['Add people to Jira and Confluence', 'invite', null],
    ['Invite people to Guard Detect', 'invite', 'guard-detect'],
    ['Invite people to Mystery', 'invite', null],
    ['Invite people to Confluence migration', 'invite', null],
    ['Invite people to Loom and Mystery', 'invite', null],
    ['Invite people to Loom, Compass', 'invite', null],
    ['Invite people', 'invite', 'jira-software'],
    ['Bring your team to Rovo Dev', 'invite', 'devai'],
    ['Try Jira Service Management and Loom', 'invite', null],
    ['Your team', 'invite', 'jira-software'],
    ['Invite teammates to your projects', 'invite', 'jira-software'],
    ['Add talent to the team', 'invite', 'jira-software'],
    ['Share your assets', 'invite', 'jira-software'],
    ['Focus together: invite people', 'invite', 'jira-software'],
    ['Work as one. Projects need people', 'invite', 'jira-software'],
    ['Invite Teammates To Your Projects', 'invite', 'jira-software'],
    ['Bring your team to Projects', 'invite', 'projects'],
    ['Bring your team to Atlassian Focus', 'invite', 'focus'],
    ['Bring your team to jira software', 'invite', 'jira-software'],
    ['Bring your team to Jira Software', 'invite', 'jira-software'],
    ['Bring your team to Jira Align', 'invite', null],
    ['Bring your team to Jira Ops', 'invite', null],
    ['Bring your team to Loom, Compass', 'invite', null],
    ['Invite people to projects', 'invite', null],
    ['Invite people to Projects', 'invite', 'projects'],
    ['Invite people to Jira Align', 'invite', null],
    ['Confluenceに招待する', 'invite', 'confluence'],
    ['邀请他人加入 Confluence', 'invite', 'confluence'],
    ['邀请加入Confluence', 'invite', 'confluence'],
    ['Confluence에 초대', 'invite', 'confluence'],
    ['เชิญเข้าร่วมConfluence', 'invite', 'confluence'],
    ['Jira Service Managementに招待', 'invite', 'jira-servicedesk'],
    ['Confluenceх anwerben', 'invite', 'jira-software'],
  ])('"%s" is %s of %s', (heading, intent, product) => {
    document.body.innerHTML = `<section role="dialog"><h2></h2><input id="invite-user-picker"><button type="submit">Add</button></section>`;
    for (const title of document.querySelectorAll('h2')) title.textContent = heading;
    const [dialog] = readShareDialogs(document);
    expect(dialog && intentOfDialog(dialog, board())).toMatchObject({ intent, product });
    const submit = document.querySelector('button') ?? document.body;
    const found = dialog && control(dialogIntents[dialog.kind], submit);
    expect(found && intentOfControl(found, board())).toMatchObject({ intent, product });
  });

  it.each<[string, string, string]>([
    ['Invite to Confluence', 'invite', 'confluence'],
    ['Invite to Jira', 'invite', 'jira-software'],
    ['Zu Confluence einladen', 'invite', 'confluence'],
    ['Kutsu Confluenceen', 'invite', 'confluence'],
    ['Share', 'share-with-new-person', 'jira-software'],
  ])('a dialog that is no drawer and is called "%s" is %s of %s', (heading, intent, product) => {
    learnLabels(translations);
    document.body.innerHTML = `<section role="dialog"><h2>${heading}</h2><div class="fabric-user-picker__control"><input name="users"
      value="eve@outside.example"></div><button type="submit">Invite</button></section>`;
    const [dialog] = readShareDialogs(document);
    expect(dialog && intentOfDialog(dialog, board())).toMatchObject({ intent, product });
  });

  const box = (label: string, more = 'checked') => `<label><input type="checkbox" ${more}> ${label}</label>`;
  const list = (name: string, value: string) =>
    `<select name="${name}"><option selected value="${value}">x</option></select>`;
  it.each<[string, string, string, string | null]>([
    ['one box', 'Invite people', box('Confluence'), 'confluence'],
    ['two boxes', 'Invite people', box('Confluence') + box('Loom'), null],
    ['one of two boxes', 'Invite people', box('Confluence', '') + box('Loom'), 'loom'],
    [
      'a box by its value',
      'Invite people',
      '<input type="radio" checked value="jira-servicedesk">',
      'jira-servicedesk',
    ],
    ['a box beside the heading', 'Invite people to Jira', box('Confluence'), null],
    ['the box of the heading', 'Invite people to Jira', box('Jira'), 'jira-software'],
    ['an option', 'Invite people', '<div role="option" aria-selected="true">Confluence</div>', 'confluence'],
    ['a box of ARIA', 'Invite people', '<div role="checkbox" aria-checked="true" aria-label="Loom"></div>', 'loom'],
    ['a list', 'Invite people', list('x', 'loom'), 'loom'],
    ['no tab', 'Invite people', '<div role="tab" aria-selected="true">Goals</div>', 'jira-software'],
    ['no toggle', 'Invite people', '<button aria-pressed="true">Focus</button>', 'jira-software'],
    ['what nobody knows in a list of apps', 'Invite people', list('product', 'mystery'), null],
    [
      'no app',
      'Invite people',
      `${box('Jira admins')}${box('Confluence', '')}${list('role', 'member')}`,
      'jira-software',
    ],
  ])('is for the apps that are chosen: %s', (_, heading, fields, product) => {
    document.body.innerHTML = `<section role="dialog"><h2>${heading}</h2><input id="invite-user-picker">${fields}<button type="submit">Invite</button></section>`;
    const [dialog] = readShareDialogs(document);
    expect(dialog && intentsOfDialog(dialog, board())).toMatchObject([{ intent: 'invite', product }]);
  });

  it('adds to the space and invites to the app that is chosen beside it', () => {
    document.head.innerHTML += `<meta name="ajs-licensed-products" content='{"jira-software":true}'>`;
    document.body.innerHTML = `<section role="dialog"><h2>Add people to Web shop</h2><input id="invite-user-picker">${box('Loom')}<button type="submit">Add</button></section>`;
    const [dialog] = readShareDialogs(document);
    expect(dialog && intentsOfDialog(dialog, at('https://acme.atlassian.net/jira/for-you'))).toMatchObject([
      { intent: 'invite', product: 'loom' },
      { intent: 'add-to-project', product: 'jira-software' },
    ]);
  });

  it('may be either where a project or space is called like an app', () => {
    document.body.innerHTML = `<section role="dialog"><h2>Add people to Analytics</h2><input id="invite-user-picker"><button type="submit">Add</button></section>`;
    const [dialog] = readShareDialogs(document);
    const submit = document.querySelector('button') ?? document.body;
    const added = { intent: 'add-to-project', product: 'jira-software', container: 'ACME' };
    const invited = { intent: 'invite', product: 'analytics' };
    expect(dialog && intentsOfDialog(dialog, board())).toMatchObject([invited, added]);
    expect(intentsOfControl(control('add-to-project', submit), board())).toMatchObject([invited, added]);
    const home = at('https://acme.atlassian.net/jira/for-you');
    expect(dialog && intentsOfDialog(dialog, home)).toMatchObject([invited]);
    expect(dialog && intentsOfDialog(dialog, home)).toHaveLength(1);
  });

  it.each(KnownProduct.options)('a dialog that invites to %s is about it', (key) => {
    document.body.innerHTML = `<section role="dialog"><h2>Invite people to ${productName(key)}</h2><input id="invite-user-picker"></section>`;
    const [dialog] = readShareDialogs(document);
    expect(dialog && intentOfDialog(dialog, board()).product).toBe(key);
  });

  it('is about the site that a join page leads to', () => {
    document.head.replaceChildren();
    const resource = encodeURIComponent(`ari:cloud:confluence::site/${other}`);
    const context = at(`https://id.atlassian.com/join/user-access?resource=${resource}`);
    expect(intentOfControl(control('join', document.body), context)).toMatchObject({
      product: 'confluence',
      cloudId: other,
      siteHost: null,
      targets: [],
    });
  });

  it('is about no app and no site where a join page names two', () => {
    document.head.replaceChildren();
    const [one, two] = ['loom', 'jira-software'].map((app) => encodeURIComponent(`ari:cloud:${app}::site/${other}`));
    for (const query of [`resource=${one}&resource=${two}`, `resource=${one}%2C${two}`]) {
      const context = at(`https://id.atlassian.com/join/user-access?${query}`);
      expect(intentOfControl(control('join', document.body), context)).toMatchObject({ product: null, cloudId: null });
    }
  });

  it('says nothing of the page’s own app when another one is started', () => {
    expect(intentOfControl(control('start-app', document.body), board()).product).toBeNull();
    expect(intentOfCall(call({ intent: 'start-app' }), board()).product).toBeNull();
  });

  it('takes a call’s own word before the page’s', () => {
    expect(intentOfCall(call({}), board())).toMatchObject({
      product: 'jira-software',
      cloudId,
      siteHost: 'acme.atlassian.net',
      layer: 'guard',
    });
    const elsewhere = call({ product: 'confluence', cloudId: other as never });
    expect(intentOfCall(elsewhere, board())).toMatchObject({ product: 'confluence', cloudId: other, siteHost: null });
  });

  it('is nowhere on a page that does not know its site, when the call names one that nobody can tell', () => {
    document.head.replaceChildren();
    expect(intentOfCall(call({}), board())).toMatchObject({ siteHost: 'acme.atlassian.net', container: 'ACME' });
    expect(intentOfCall(call({ cloudId: null }), board())).toMatchObject({
      cloudId: null,
      siteHost: null,
      container: null,
    });
  });

  it('is about no app of another page when Jira’s own address is called', () => {
    const role = classifyCall({
      method: 'POST',
      url: new URL('https://acme.atlassian.net/rest/api/3/project/OPS/role/10002'),
      body: JSON.stringify({ user: [liam] }),
    });
    const on = (path: string) => role && intentOfCall(role, at(`https://acme.atlassian.net${path}`));
    expect(on('/wiki/spaces/ENG/pages/1')).toMatchObject({ intent: 'add-to-project', product: null, container: 'OPS' });
    expect(on('/compass/components')).toMatchObject({ product: null });
    expect(on('/jira/software/projects/ACME/boards/1')).toMatchObject({ product: 'jira-software', container: 'OPS' });
    expect(on('/jira/servicedesk/projects/SUP/queues')).toMatchObject({ product: 'jira-servicedesk' });
    const user = call({ intent: 'invite', product: 'of-jira-page' });
    expect(intentOfCall(user, at('https://acme.atlassian.net/wiki/spaces/ENG')).container).toBeNull();
  });

  it('stays in the page’s project also where nobody can tell the app of that', () => {
    const issue = at('https://acme.atlassian.net/browse/ACME-1');
    expect(intentOfControl(control('invite', document.body), issue)).toMatchObject({
      product: null,
      container: 'ACME',
    });
    expect(intentOfCall(call({ product: null }), issue).container).toBeNull();
  });

  it('happens in the page’s project or space, unless the call says another', () => {
    const containerOf = (more: Partial<ClassifiedCall>) => intentOfCall(call(more), board()).container;
    expect(containerOf({})).toBe('ACME');
    expect(containerOf({ container: 'OPS' })).toBe('OPS');
    expect(containerOf({ container: null })).toBeNull();
    expect(containerOf({ cloudId: other as never })).toBeNull();
    expect(containerOf({ product: 'confluence' })).toBeNull();
    expect(containerOf({ product: 'confluence', container: 'HR' })).toBe('HR');
    for (const product of ['jira-software', 'jira-servicedesk', 'jira-product-discovery'] as const)
      expect(containerOf({ product })).toBe('ACME');
    for (const product of ['loom', 'bitbucket', 'trello', 'other:acme'] as const)
      expect(containerOf({ product: product as never })).toBeNull();
    expect(intentOfControl(control('start-app', document.body), board()).container).toBeNull();
    expect(intentOfControl(control('invite', document.body), board()).container).toBe('ACME');
    const space = at('https://acme.atlassian.net/wiki/spaces/HR/pages/7/Plan');
    expect(intentOfControl(control('invite', document.body), space).container).toBe('HR');
    expect(
      intentOfControl(control('invite', document.body), at('https://acme.atlassian.net/jira/for-you')).container,
    ).toBeNull();
  });

  it('names each person once; who is over the limit is one member that says how many', () => {
    const named = Array.from({ length: 300 }, (_, n) => somebody(`p${n}@x.example`)).filter((whom) => whom !== null);
    const targets = targetsOf('invite', [...named, ...named]);
    expect(targets).toHaveLength(MOST_WHOM);
    expect(targets.at(-1)).toEqual({ email: null, accountId: null, more: 101 });
    expect(IntentOnPage.shape.targets.safeParse(targets).success).toBe(true);
  });

  it('is about people nobody could read when it names nobody, unless people do it for themselves', () => {
    expect(targetsOf('invite', [])).toEqual([{ email: null, accountId: null, more: null }]);
    expect(targetsOf('join', [])).toEqual([]);
  });
});

describe('a call to the host of another site', () => {
  const sent = (host: string, path: string, body: object) => {
    const url = new URL(`https://${host}${path}`);
    const found = classifyCall({ method: 'POST', url, body: JSON.stringify(body) });
    return found && intentOfCall(found, board());
  };
  const invite = '/gateway/api/invitations/v2/invite';
  const emails = ['nina.new@outside.example'];

  it.each([
    ['by its host alone', '/rest/api/3/user', { emailAddress: emails[0] }, { cloudId: null, container: null }],
    ['with a project', '/rest/api/3/project/SEC/role/1', { user: [liam] }, { cloudId: null, container: 'SEC' }],
    ['with its id', invite, { emails, cloudId: other }, { cloudId: other, container: null }],
    ['with the id of the site of the page', invite, { emails, cloudId }, { cloudId: null, container: null }],
  ])('is about that site: %s', (_, path, body, place) =>
    expect(sent('other.atlassian.net', path, body)).toMatchObject({ siteHost: 'other.atlassian.net', ...place }));

  it('is not for the app of the page', () =>
    expect(sent('other.atlassian.net', invite, { emails })?.product).toBeNull());

  it('goes to the page itself in any spelling of its host', () =>
    expect(sent('ACME.atlassian.net.', invite, { emails })).toMatchObject({ siteHost: 'acme.atlassian.net', cloudId }));

  it('does not spend what was let through for the site of the page', () => {
    const here = sent('acme.atlassian.net', invite, { emails });
    const there = sent('other.atlassian.net', invite, { emails });
    if (!here || !there) throw new Error('Both invite.');
    const decision = { outcome: 'allow', ruleIds: [] } as const;
    const passes = new Passes();
    passes.give(here, decision, 0);
    expect(passes.take(there, 1)).toBe(false);
    expect(passes.takeExplained(there, decision, 1)).toBe(false);
    expect(passes.take(here, 1)).toBe(true);
  });
});
