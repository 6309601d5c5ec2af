import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, watch } from './panel-browser.ts';
import { morning } from './panel-data.ts';
import { type PanelService, startPanelService } from './panel-service.ts';

/** What a page of somebody else's may do to everything on it, meant or not. */
const hostile = `
  * { all: unset !important; letter-spacing: 1em !important; text-transform: uppercase !important; cursor: none !important; }
  html { font-size: 40px !important; }
  body { font: 900 60px/3 fantasy !important; color: hotpink !important; text-align: right !important; }
  button, input, dialog, [popover], section, main { display: none !important; }
  a, h1, p, td { position: absolute !important; transform: rotate(12deg) !important; visibility: hidden !important; }
  :root { --ds-surface: hotpink; --ds-text: lime; --ds-font-body: 900 60px fantasy; --ds-space-100: 90px; --gh-rem: 50px; }
`;
const plain = 'body { margin: 0; }';

const pageWith = (styles: string, body: string) => `<!doctype html>
<html lang="de">
  <head><meta charset="utf-8"><title>Intranet</title>${styles && `<style>${styles}</style>`}</head>
  <body>
    <em id="own">Own text</em>
    ${body}
    <script type="module" src="/element/gatehouse-panel.js"></script>
  </body>
</html>`;

const panel = (service: string, attributes = '') => `
  <gatehouse-panel service="${service}" locale="en-US" ${attributes}></gatehouse-panel>
  <script>
    // Before the element is defined, as a page may.
    window.places = [];
    document.addEventListener('gatehouse-navigate', (event) => places.push(event.detail.place));
    for (const panel of document.querySelectorAll('gatehouse-panel')) panel.token = async () => 'session';
  </script>`;

let browser: Browser;
let service: PanelService;
let page: Page | undefined;
let faults: string[] = [];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page?.context().close();
  page = undefined;
  await service.close();
  expect(faults).toEqual([]);
});

/** A page of somebody else's at the address /intranet#kept, with the panel in it. */
async function visit(
  styles: string,
  body: (service: string) => string = panel,
  options: { colorScheme?: 'dark'; policy?: string } = {},
): Promise<Page> {
  service = await startPanelService();
  for (const request of morning()) service.add(request);
  return open(styles, body, options);
}

async function open(
  styles: string,
  body: (service: string) => string,
  { policy = '', ...options }: { colorScheme?: 'dark'; policy?: string } = {},
): Promise<Page> {
  await page?.context().close();
  // A context of its own, as axe needs it.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  page = await context.newPage();
  faults = await watch(page);
  await page.route('**/intranet', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: pageWith(styles, body(service.url)),
    }),
  );
  await page.goto(`${service.url}/intranet#kept`);
  return page;
}

const row = (on: Page, number: number) => on.getByRole('link', { name: new RegExp(`^#${number},`) });

/** How everything in the panel looks, one line an element. */
const looks = (on: Page) =>
  on.locator('gatehouse-panel').evaluate((host) => {
    const watched = [
      ...['display', 'visibility', 'position', 'transform', 'opacity', 'cursor', 'direction', 'text-align'],
      ...['font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing', 'text-transform', 'color'],
      ...['background-color', 'margin', 'padding', 'border', 'gap', 'border-radius', 'list-style', 'text-decoration'],
    ];
    return [...(host.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter((element) => !element.closest('.gh-live, time'))
      .map((element) => {
        const style = getComputedStyle(element);
        return `${element.localName}.${element.className} ${watched.map((name) => style.getPropertyValue(name)).join('; ')}`;
      });
  });

/** Everything of the page that is not the panel. */
const surroundings = (on: Page) =>
  on.evaluate(() => {
    const own = document.getElementById('own');
    const { color, font, margin } = own ? getComputedStyle(own) : { color: '', font: '', margin: '' };
    return {
      html: document.documentElement.getAttributeNames(),
      body: document.body.getAttributeNames().filter((name) => document.body.getAttribute(name) !== ''),
      head: document.head.innerHTML,
      children: [...document.body.children].map(({ localName, className }) => `${localName}.${className}`),
      sheets: document.adoptedStyleSheets.length,
      own: [color, font, margin],
      title: document.title,
      address: location.href,
      steps: history.length,
    };
  });

describe('<gatehouse-panel> in a page with styles against it', () => {
  it('looks as it does in a page without any', async () => {
    await visit(plain);
    await row(page as Page, 3).waitFor();
    await (page as Page).getByText('Live', { exact: true }).waitFor();
    const expected = await looks(page as Page);
    const there = await open(hostile, panel);
    await row(there, 3).waitFor();
    await there.getByText('Live', { exact: true }).waitFor();
    expect(expected.length).toBeGreaterThan(100);
    expect(await looks(there)).toEqual(expected);
  });

  it('works: a request is opened, denied in a dialog, and said to be; and the page is as it was', async () => {
    const there = await visit(hostile);
    const before = await surroundings(there);
    await row(there, 5).click();
    await there.getByRole('button', { name: 'Deny…' }).click();
    const dialog = there.getByRole('dialog');
    await dialog.getByRole('textbox').and(there.locator(':focus')).waitFor();
    await there.keyboard.type('Use the shared account.');
    await dialog.getByRole('button', { name: 'Deny request' }).click();
    await there.getByText('Request #5 denied').waitFor();
    await dialog.waitFor({ state: 'detached' });
    // The dialog lets the page scroll again a moment after it has gone.
    await expect.poll(() => surroundings(there)).toEqual(before);
    expect(await there.evaluate('places')).toEqual(['#/requests/request-5']);
  });

  it('chooses from a list, searches, and comes back to the row it left', async () => {
    const there = await visit(hostile);
    await row(there, 4).focus();
    await there.keyboard.press('Enter');
    await there.getByText('Reason given').waitFor();
    await there.getByRole('link', { name: 'Review queue' }).last().click();
    await row(there, 4).and(there.locator(':focus')).waitFor();
    await there.getByRole('link', { name: 'Audit log' }).click();
    await there.getByRole('combobox').click();
    await there.getByRole('option', { name: 'Request denied' }).click();
    await there.getByText('Nothing of this kind has happened yet.').waitFor();
    await there.getByRole('link', { name: 'People' }).click();
    await there.getByRole('searchbox').fill('partner');
    await there.getByText('Una Clay').waitFor({ state: 'detached' });
    expect(new URL(there.url()).hash).toBe('#kept');
  });

  it.each(['light', 'dark'])('has nothing that axe finds, in %s', async (theme) => {
    const there = await visit(hostile, (url) => panel(url, `theme="${theme}"`));
    const violations = async () => {
      // Half-finished fades have colours that nobody is meant to read.
      await there.waitForTimeout(400);
      const found = await new AxeBuilder({ page: there }).include('gatehouse-panel').analyze();
      expect(found.passes.length).toBeGreaterThan(10);
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    await row(there, 5).waitFor();
    expect(await violations()).toEqual([]);
    await row(there, 5).click();
    await there.getByRole('button', { name: 'Deny…' }).click();
    await there.getByRole('dialog').waitFor();
    expect(await violations()).toEqual([]);
  });
});

describe('<gatehouse-panel>', () => {
  it('has the theme it is given, or else the system’s, and the page keeps its own', async () => {
    const there = await visit(plain, panel, { colorScheme: 'dark' });
    await row(there, 5).waitFor();
    const ground = () => there.locator('.gh-app').evaluate((app) => getComputedStyle(app).backgroundColor);
    const dark = await ground();
    const element = there.locator('gatehouse-panel');
    await element.evaluate((it) => it.setAttribute('theme', 'light'));
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await element.evaluate((it) => it.removeAttribute('theme'));
    expect(await ground()).toBe(dark);
    await there.emulateMedia({ colorScheme: 'light' });
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
  });

  it('is laid out for the column it stands in, however wide the window is', async () => {
    const there = await visit(plain, (url) => `<div style="width: 500px">${panel(url)}</div>`);
    const overflow = () => there.locator('.gh-ground').evaluate((ground) => ground.scrollWidth - ground.clientWidth);
    await row(there, 3).waitFor();
    const cell = there.locator('.gh-table td').first();
    expect(await cell.evaluate((it) => getComputedStyle(it).display)).not.toBe('table-cell');
    expect(await overflow()).toBe(0);
    await row(there, 3).click();
    await there.getByText('Reason given').waitFor();
    expect(await overflow()).toBe(0);
  });

  it('needs no more of a strict page than its files and the service', async () => {
    const there = await visit('', (url) => `<gatehouse-panel service="${url}"></gatehouse-panel>`, {
      policy: "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self'",
    });
    await there.locator('gatehouse-panel').evaluate((it) => Object.assign(it, { token: async () => 'session' }));
    await row(there, 5).click();
    await there.getByRole('button', { name: 'Deny…' }).click();
    await there.getByRole('dialog').getByRole('textbox').fill('No.');
    await there.getByRole('dialog').getByRole('button', { name: 'Deny request' }).click();
    await there.getByText('Request #5 denied').waitFor();
    await there.getByRole('link', { name: 'Audit log' }).click();
    await there.getByRole('combobox').click();
    await there.getByRole('option', { name: 'Request denied' }).click();
    await there.getByText('denied request #5').waitFor();
  });

  it('has its own gates of Atlaskit, whatever gates a page that is made with it has', async () => {
    const gates = '<script>window.__PLATFORM_FEATURE_FLAGS__ = { booleanResolver: () => false };</script>';
    const there = await visit(plain, (url) => gates + panel(url));
    await row(there, 5).click();
    await there.getByRole('button', { name: 'Deny…' }).click();
    await there.locator('dialog:modal').waitFor();
  });

  it('that is taken out and put back is where it was, with what was typed', async () => {
    const there = await visit(plain);
    await row(there, 5).click();
    await there.getByLabel(/^Note to/).fill('Half a sent');
    const element = await there.locator('gatehouse-panel').elementHandle();
    await element?.evaluate((it) => it.remove());
    await expect.poll(() => service.listening()).toBe(0);
    await element?.evaluate((it) => document.body.append(it));
    expect(await there.getByLabel(/^Note to/).inputValue()).toBe('Half a sent');
  });

  it('stands twice on a page, each for itself', async () => {
    const there = await visit(plain, (url) => panel(url) + panel(url));
    const [one, two] = [there.locator('gatehouse-panel').first(), there.locator('gatehouse-panel').last()];
    await one.getByRole('link', { name: 'People' }).click();
    await one.getByText('Una Clay').waitFor();
    await two.getByRole('heading', { name: 'Review queue' }).waitFor();
    await two.evaluate((it) => Object.assign(it, { place: '#/audit' }));
    await two.getByRole('heading', { name: 'Audit log' }).waitFor();
    expect(await one.evaluate((it) => (it as unknown as { place: string }).place)).toBe('#/people');
    // A page that loads it once more, under another address, changes nothing.
    await there.addScriptTag({ type: 'module', url: '/element/gatehouse-panel.js?again' });
    await one.getByText('Una Clay').waitFor();
  });

  it('says that nobody is signed in, and asks the page again when somebody wants to be', async () => {
    const there = await visit(plain, (url) => `<gatehouse-panel service="${url}"></gatehouse-panel>`);
    await there.getByRole('button', { name: /^Sign in/ }).click();
    await there.getByText('Sign in to the page that Gatehouse stands in, then try again.').waitFor();
    faults = faults.filter((fault) => !fault.includes('Sign in to the page'));
    await there.locator('gatehouse-panel').evaluate((it) => {
      let session = 'of yesterday';
      addEventListener('signed-in-again', () => {
        session = 'session';
      });
      Object.assign(it, { token: async () => session });
    });
    await there.getByText('Your session has ended.').waitFor();
    await there.evaluate(() => dispatchEvent(new Event('signed-in-again')));
    await there.getByRole('button', { name: /^Sign in/ }).click();
    await row(there, 5).waitFor();
  });

  it.each([
    '',
    'service="gatehouse.example.com"',
    'service="javascript:alert(1)"',
  ])('says that %s is no service', async (attribute) => {
    const there = await visit(plain, () => `<gatehouse-panel ${attribute}></gatehouse-panel>`);
    await there.getByText('has to be the address of the service').waitFor();
  });
});
