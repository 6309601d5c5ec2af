import { findOrInstallChromium } from './chromium.ts';
import { ensureBuilt } from './ensure-built.ts';

/** Gets what the tests need: a Chromium and fresh builds of the panel and the extension. Fails with one clear line. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
try {
  say(`Chromium: ${await findOrInstallChromium(say)}`);
  await ensureBuilt(say);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
