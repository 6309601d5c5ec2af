import { afterAll, beforeAll, expect, it } from 'vitest';
import { escapes } from '../arrivals/escapes.ts';
import { type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

const nina = 'nina.new@outside.example';
const calls = {
  /** Decided by its address: the network rules hold in every realm. */
  invite: ['/gateway/api/invitations/invite', { users: [{ email: nina }] }],
  /** Decided by its body: only the guard holds. */
  share: ['/gateway/api/share', { recipients: [{ type: 'external_user', email: nina }] }],
} as const;

let world: ExtensionWorld;
beforeAll(async () => {
  world = await openWorld();
  const popup = await signIn(world);
  await popup.getByText('Protecting', { exact: true }).waitFor();
  await popup.close();
});
afterAll(async () => {
  await world?.close();
});

/** How many such calls arrive when a page tries the escape. */
async function arrivals(script: string, [path, body]: readonly [string, object]): Promise<number> {
  world.arrived.length = 0;
  const tab = await world.context.newPage();
  await tab.goto('https://acme.atlassian.net/plain');
  const helpers = `
    const path = ${JSON.stringify(path)};
    const call = () => ['https://acme.atlassian.net' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }];
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    const { apply } = Reflect;
    const send = async (view) => { try { await Promise.race([apply(view.fetch, view.window ?? window, call()), wait(500)]); } catch {} };`;
  await Promise.race([
    tab.evaluate(`(async () => {${helpers} try { ${script} } catch {} })()`).catch(() => undefined),
    new Promise((done) => setTimeout(done, 2_500)),
  ]);
  await tab.waitForTimeout(200);
  await tab.close({ runBeforeUnload: false });
  // What a page sent instead, because it was asked once only, names nobody.
  return world.arrived.filter(({ call, body }) => call === `POST ${path}` && (body?.includes(nina) ?? true)).length;
}

/** As `arrivals`, tried again when nothing came: some ways are a race between the page and the frame it makes. */
async function sometimes(script: string, call: readonly [string, object]): Promise<number> {
  for (let tries = 0; tries < 8; tries += 1) {
    const count = await arrivals(script, call);
    if (count > 0) return count;
  }
  return 0;
}

it.each(escapes.map((one) => [`${one.class}: ${one.name}`, one] as const))('%s', async (_name, {
  script,
  open,
  reaches,
}) => {
  // The way itself works: a call that nobody holds gets through it.
  const harmless = await (reaches ? sometimes : arrivals)(script, [
    '/gateway/api/harmless',
    { users: [{ email: nina }] },
  ]);
  if (reaches) expect(harmless, 'harmless').toBeGreaterThan(0);
  expect(await arrivals(script, calls.invite), 'decided by address').toBe(0);
  const share = await (open ? sometimes : arrivals)(script, calls.share);
  if (process.env.GATEHOUSE_ESCAPES)
    process.stdout.write(
      `${share > 0 ? 'ARRIVES' : 'held'} harmless=${harmless} ${_name}${open ? ' (listed open)' : ''}\n`,
    );
  // What is listed as open must be open: a list that says too much is wrong as well.
  expect(share > 0, 'decided by body').toBe(open);
});
