import { findOrInstallChromium } from './chromium.ts';
import { ensureBuiltForFirefox } from './ensure-built.ts';
import { findOrInstallFirefox } from './firefox.ts';

/** Gets what the tests need: both browsers and fresh builds of the panel and the extensions. Fails with one clear line. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
try {
  say(`Chromium: ${await findOrInstallChromium(say)}`);
  say(`Firefox: ${await findOrInstallFirefox(say)}`);
  await ensureBuiltForFirefox(say);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
