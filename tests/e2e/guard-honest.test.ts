import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

/** What honest pages do at addresses that the guard looks at: it must neither lose nor add anything. */
let world: ExtensionWorld;
let tab: Page;
beforeAll(async () => {
  world = await openWorld();
  await (await signIn(world)).close();
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  tab = await world.context.newPage();
  await tab.goto(board);
  world.arrived.length = 0;
});
afterEach(async () => {
  await tab.close();
});
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST')).map(({ call }) => call);
const mutation = JSON.stringify({
  query: 'mutation saveIt($i: I!) { saveDraft(input: $i) { ok } }',
  variables: { i: {} },
});
const renaming = JSON.stringify({
  query: 'mutation m($i: I!) { renameUserList(input: $i) { ok } }',
  variables: { i: {} },
});

it.each([
  'return false',
  'event.returnValue = false',
  'Event.prototype.preventDefault.call(event)',
  'event.preventDefault()',
])('a form whose page does not send it (%s) is not sent', async (code) => {
  await tab.evaluate((onsubmit) => {
    document.body.innerHTML =
      '<form method="post" action="/gateway/api/graphql"><input name="query" value="query q { a }"></form>';
    document.forms[0]?.setAttribute('onsubmit', onsubmit);
    document.forms[0]?.requestSubmit();
  }, code);
  await tab.waitForTimeout(1000);
  expect([posts(), tab.url()]).toEqual([[], board]);
});

it('an event that the page makes up, and a form that stands nowhere, send nothing', async () => {
  await tab.evaluate(() => {
    document.body.innerHTML =
      '<form method="post" action="/gateway/api/graphql"><input name="query" value="query q { a }"></form>';
    const [form] = document.forms;
    form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    if (form) new FormData(form);
    form?.remove();
    form?.submit();
  });
  await tab.waitForTimeout(1000);
  expect([posts(), tab.url()]).toEqual([[], board]);
});

it('a form that may go on is sent as it stood, and stands where it stood', async () => {
  const order = await tab.evaluate(() => {
    document.body.innerHTML =
      '<iframe name="target"></iframe><form method="post" action="/gateway/api/graphql" target="target"><input name="query" value="query q { a }"></form><p id="b"></p>';
    document.forms[0]?.requestSubmit();
    return new Promise<string>((done) =>
      setTimeout(() => done([...document.body.children].map(({ localName }) => localName).join()), 0),
    );
  });
  expect(order).toBe('iframe,form,p');
  await expect.poll(posts).toEqual(['POST /gateway/api/graphql']);
});

it('a call is not refused because the page was busy', async () => {
  const said = await tab.evaluate(async (body) => {
    const answer = fetch('/gateway/api/graphql', { method: 'POST', body }).then(({ status }) => status);
    for (const until = performance.now() + 6000; performance.now() < until; );
    return answer;
  }, renaming);
  expect([said, posts()]).toEqual([200, ['POST /gateway/api/graphql']]);
});

it('a page is told of a beacon that nobody can be asked about any more', async () => {
  const [, said] = await Promise.all([
    tab.evaluate((body) => {
      addEventListener('pagehide', () => {
        localStorage.setItem('said', String(navigator.sendBeacon('/gateway/api/graphql', body)));
      });
      location.assign('/plain');
    }, renaming),
    tab.waitForURL('**/plain').then(() => tab.evaluate(() => localStorage.getItem('said'))),
  ]);
  expect([said, posts()]).toEqual(['false', []]);
});

it.each([
  ['/rest/myplugin/1.0/members', '{}'],
  ['/rest/tempo/1/backup/restore', '{}'],
  ['/gateway/api/graphql', mutation],
])('a page that waits for its answer gets one: %s', async (url, body) => {
  const status = await tab.evaluate(
    ([to = '', what]) => {
      const request = new XMLHttpRequest();
      request.open('POST', to, false);
      request.setRequestHeader('content-type', 'application/json');
      request.send(what);
      return request.status;
    },
    [url, body],
  );
  expect([status, posts()]).toEqual([200, [`POST ${url}`]]);
});

it('a request keeps its headers, its events and its errors', async () => {
  const sent = world.context.waitForEvent('request', (request) => request.url().endsWith('/rest/api/3/issue'));
  const heard = await tab.evaluate(
    () =>
      new Promise<readonly string[]>((done) => {
        const all: string[] = [];
        const request = new XMLHttpRequest();
        const fails = (name: string, run: () => void) => {
          try {
            run();
          } catch (error) {
            all.push(`${name}: ${(error as Error).name}`);
          }
        };
        request.onreadystatechange = () => all.push(String(request.readyState));
        request.onloadend = () => done([...all, (request.response as Blob).type, String(request.timeout)]);
        fails('send', () => request.send());
        fails('open', () => request.open('POST', 'https://['));
        request.open('POST', '/rest/api/3/issue');
        request.setRequestHeader('x-one', 'a');
        request.setRequestHeader('x-one', 'b');
        request.setRequestHeader('x-two', 'c');
        request.responseType = 'blob';
        request.timeout = 9000;
        request.overrideMimeType('text/x-ours');
        request.send('{}');
        fails('send', () => request.send());
      }),
  );
  expect(heard).toEqual([
    'send: InvalidStateError',
    'open: SyntaxError',
    '1',
    'send: InvalidStateError',
    '2',
    '3',
    '4',
    'text/x-ours',
    '9000',
  ]);
  expect((await sent).headers()).toMatchObject({ 'x-one': 'a, b', 'x-two': 'c' });
});

it('a button is held in a document that was opened anew', async () => {
  await tab.evaluate(() => {
    const page = document.documentElement.outerHTML;
    document.open();
    document.write(page);
    document.close();
  });
  await tab.waitForFunction(() => typeof Reflect.get(window, 'addChip') === 'function');
  await tab.waitForTimeout(300);
  await tab.evaluate(() => Reflect.get(window, 'addChip')('o.new@outside.example'));
  await tab.evaluate(() => document.querySelector<HTMLButtonElement>('form [type=submit]')?.click());
  await promptFrame(tab);
  expect(posts()).toEqual([]);
});
