import { build } from './build.ts';
import { findOrInstallChromium } from './chromium.ts';

/** Gets what the tests need: a Chromium and fresh builds of the panel and the extension. Fails with one clear line. */
try {
  const chromium = await findOrInstallChromium((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`Chromium: ${chromium}\n`);
  await build(['panel', 'extension']);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
