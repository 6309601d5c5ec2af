import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallChromium } from '../tools/chromium.ts';
import { runWalk } from '../walk/run.ts';
import { root } from './paths.ts';
import { fixedPorts, freePorts } from './ports.ts';
import { type ShownBrowser, shownBrowsers } from './show.ts';
import { makeWritable, openStage, type Stage } from './stage.ts';
import { watchSources } from './watch.ts';

/** `npm start`: the whole product on this machine, beside a fake Atlassian Cloud. */
const usage = `npm start [-- options]
  --reset      start over: forget requests, the directory and the browser profile
  --walk       do the whole story by itself in headless Chromium, save a screenshot per step under walk/, exit
  --watch      build and start again what changes (npm run dev)
  --headless   do not open a browser even if one can be shown
  --browser firefox   open Firefox in place of Chromium, with a new profile
  --help       this text`;

const say = (line = '') => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      reset: { type: 'boolean', default: false },
      walk: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const browser = shownBrowsers.get(values.browser);
  if (browser === undefined || (values.walk && values.browser !== 'chromium'))
    throw new Error(`--browser is "${values.browser}". Use chromium or firefox; --walk goes through Chromium.`);
  const dataDir = join(root, '.gatehouse');
  if (values.reset) await rm(dataDir, { recursive: true, force: true });
  await makeWritable(dataDir);
  await browser.build(say);
  if (values.walk) {
    await findOrInstallChromium(say);
    return runWalk({ ports: await freePorts(), outDir: join(root, 'walk'), say });
  }
  const stage = await openStage({ ports: fixedPorts, dataDir });
  const stop = onSignal();
  describeStage(stage, browser);
  const closeBrowser = values.headless || !canShow() ? null : await browser.show(stage, say);
  if (closeBrowser)
    say('  In the browser: sign in as Emma Berg in the Gatehouse tab, then share something on the Jira tab.');
  const stopWatching = values.watch ? watchSources(stage, browser.build, say) : null;
  const why = await Promise.race([stop, ...(values.watch ? [] : [endOf(stage, dataDir)])]);
  stopWatching?.();
  if (why) say(why);
  say('Stopping …');
  await closeBrowser?.();
  await stage.close();
  say('Stopped. The data is kept; "npm start" goes on with it, "npm start -- --reset" starts over.');
  return why ? 1 : 0;
}

const endOf = async (stage: Stage, dataDir: string): Promise<string> =>
  `The policy service ended by itself with code ${await stage.service.exited}; see ${dataDir}/service.log.`;

function onSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
}

const canShow = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

function describeStage(stage: Stage, { extensionDir, byHand }: ShownBrowser): void {
  say();
  say('Gatehouse is running.');
  say();
  say(`  Panel               ${stage.serviceUrl}/`);
  say(`  API description     ${stage.serviceUrl}/api/openapi.json`);
  say(`  Identity provider   ${stage.cloud.issuer}`);
  say(`  Fake Atlassian      https://acme.atlassian.net … through the proxy ${stage.cloud.proxyUrl}`);
  say(`  Extension           ${extensionDir} (its service address: ${stage.serviceUrl})`);
  say(`  Directory           ${stage.directory}`);
  say();
  say('  Sign in as          Emma Berg (employee), Ravi Shah (reviewer), Ada Okafor (admin), Olga Novak (auditor)');
  say('                      no passwords: the provider lists them');
  say();
  if (!canShow()) say(`  No display here, so no browser was opened. Elsewhere:\n  ${byHand(stage)}\n`);
  say('  Ctrl-C stops everything. The data is kept under .gatehouse/.');
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
