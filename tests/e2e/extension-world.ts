import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { Policy, type Rule } from '../../core/policy/index.ts';
import { catalogues, type Language, type Say, sayFrom } from '../../core/words/index.ts';
import { EXTENSION_ID } from '../../extension/extension-id.ts';
import { extensionDir } from '../stage/paths.ts';
import { findChromium, quietFlags } from '../tools/chromium.ts';
import { pageScript, sharePage } from './extension-page.ts';
import { type ServiceStub, startServiceStub } from './extension-stub.ts';

/** A real Chromium with the built extension, a service stub, and Atlassian hosts answered by the test. */
export interface ExtensionWorld {
  context: BrowserContext;
  readonly stub: ServiceStub;
  /** What the extension says in the browser's language. */
  readonly say: Say;
  /** What reached "Atlassian" besides pages, as `METHOD path`. */
  readonly arrived: { readonly call: string; readonly body: string | null }[];
  /** Closes the browser with SIGKILL's manners and opens it again on the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const board = 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1';
export const page = (path: string): string => `chrome-extension://${EXTENSION_ID}/${path}`;

/**
 * `language`: of the browser's own words, whatever the machine speaks. `keepsPages`: the browser keeps pages that are left, and shows them
 * again as they were; under test it does not unless told.
 */
export async function openWorld({
  language = 'en',
  keepsPages = false,
}: {
  readonly language?: Language;
  readonly keepsPages?: boolean;
} = {}): Promise<ExtensionWorld> {
  if (!existsSync(join(extensionDir, 'manifest.json')))
    throw new Error('dist/extension is missing. Run "npm run build extension" first.');
  const profile = await mkdtemp(join(tmpdir(), 'gatehouse-extension-'));
  const stub = await startServiceStub();
  const arrived: ExtensionWorld['arrived'] = [];

  const open = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: await findChromium(),
      headless: true,
      viewport: { width: 1280, height: 800 },
      ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
      args: [
        ...quietFlags,
        `--lang=${language}`,
        `--disable-extensions-except=${extensionDir}`,
        `--load-extension=${extensionDir}`,
      ],
    });
    await context.route(/^https:\/\/[^/]*(atlassian\.net|atlassian\.com|other\.example)\//, async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      if (url.pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: pageScript });
      if (request.method() === 'GET' && request.resourceType() === 'document') {
        arrived.push({ call: `GET ${url.pathname}`, body: null });
        return route.fulfill({
          contentType: 'text/html',
          body: bodyOf(url),
        });
      }
      arrived.push({ call: `${request.method()} ${url.pathname}`, body: request.postData() });
      return route.fulfill({ json: { shareRequestId: 'x' } });
    });
    return context;
  };

  const world: ExtensionWorld = {
    context: await open(),
    stub,
    say: sayFrom(catalogues[language], language),
    arrived,
    restart: async () => {
      await world.context.close();
      world.context = await open();
    },
    close: async () => {
      await world.context.close();
      await stub.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
  return world;
}

const bodyOf = ({ hostname, pathname, searchParams }: URL): string => {
  if (hostname === 'other.example') return mailPage;
  return pathname === '/plain' ? '<!doctype html><title>Plain</title>' : sharePage(searchParams.get('lang') ?? 'en');
};

/** A mail with an invitation link, on a host the extension has nothing to do with. */
const mailPage = `<!doctype html><title>Mail</title><a href="https://id.atlassian.com/invite/p/jira-software?id=abcdefghijklmnopqrstuv">Join us on Jira</a>`;

/** Sets the service's address on the options page and signs in from the popup, as a person does. */
export async function signIn({ context, stub, say }: Pick<ExtensionWorld, 'context' | 'stub' | 'say'>): Promise<Page> {
  const options = await context.newPage();
  await options.goto(page('options/index.html'));
  await options.getByLabel(say('options.address')).fill(stub.url);
  await options.getByRole('button', { name: say('options.save'), exact: true }).click();
  await options.getByText(say('options.saved')).waitFor();
  await options.close();
  const popup = await context.newPage();
  await popup.goto(page('popup/index.html'));
  await popup.getByRole('button', { name: say('popup.sign-in') }).click();
  await popup.getByText('Emma Berg').waitFor();
  return popup;
}

/** Puts a policy of these rules in force, beside which all is allowed: signing in anew reads it at once. */
export async function publish(
  { stub }: Pick<ExtensionWorld, 'stub'>,
  popup: Page,
  rules: readonly Rule[],
  onUnknown: Policy['onUnknown'] = 'block',
): Promise<void> {
  const { version } = stub.policy;
  stub.policy = Policy.parse({ version: version + 1, rules, defaultOutcome: 'allow', onUnknown, breakGlass: [] });
  const read = () => stub.received.filter(({ path }) => path === '/api/v1/policy/bundle').length;
  const before = read();
  await popup.evaluate(() => chrome.runtime.sendMessage({ kind: 'signIn', input: {} }));
  if (read() === before) throw new Error('Nobody read the policy that was put in force.');
}

/** Our scripts on demand that have come to a page, as the isolated world of the extension sees them. */
export async function broughtTo(tab: Page): Promise<readonly string[]> {
  const session = await tab.context().newCDPSession(tab);
  const worlds: { readonly id: number; readonly name: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const ours = worlds.find(({ name }) => name === 'Gatehouse');
  if (!ours) throw new Error('The page has no world of the extension.');
  const { result } = await session.send('Runtime.evaluate', {
    contextId: ours.id,
    expression: 'Object.keys(globalThis.gatehouse ?? {}).sort()',
    returnByValue: true,
  });
  await session.detach();
  return result.value as readonly string[];
}

/** Waits until a tab whose page was stopped shows why. */
export async function explainedIn(tab: Page): Promise<void> {
  const isThere = () => tab.url() === page('blocked/index.html');
  if (!isThere()) await tab.waitForEvent('framenavigated', { predicate: isThere, timeout: 10_000 });
}

/** Kills the extension's worker, as the browser does whenever it likes. */
export async function killWorker({ context }: Pick<ExtensionWorld, 'context'>): Promise<void> {
  const any = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(any);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Sends an invitation from a worker, where no script of ours runs: only network rules can stop it. */
export async function pastOurScripts(): Promise<unknown> {
  const code = `onmessage = ({ data }) => fetch(data, { method: 'POST', body: '{}' }).then(
    ({ status }) => postMessage('answered ' + status),
    () => postMessage('refused'),
  )`;
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  worker.postMessage(new URL('/gateway/api/invitations/invite', location.origin).href);
  const answer = await new Promise((done) => worker.addEventListener('message', ({ data }) => done(data)));
  worker.terminate();
  return answer;
}
