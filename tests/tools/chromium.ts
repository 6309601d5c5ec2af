import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium: `CHROME_PATH`, else the usual places. Branded Chrome is not looked for because it no longer
 * accepts `--load-extension`. Throws with the one command to run when there is none.
 */
export async function findChromium(): Promise<string> {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (await isExecutable(asked)) return asked;
    throw new Error(`CHROME_PATH is ${asked}, which is not an executable file. Correct it or unset it.`);
  }
  for (const place of usualPlaces) if (await isExecutable(place)) return place;
  throw new Error('No Chromium found. Run "apt-get install chromium" (as root), or set CHROME_PATH to one.');
}

/** As `findChromium`, but installs Debian's package when run as root on a system that has apt. */
export async function findOrInstallChromium(report: (line: string) => void): Promise<string> {
  try {
    return await findChromium();
  } catch (error) {
    if (process.env.CHROME_PATH || process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get'))) throw error;
  }
  report('Chromium is missing: installing the Debian package (this takes a minute)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, maxBuffer: 64 << 20 });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, maxBuffer: 64 << 20 });
  return findChromium();
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Flags for a quiet headless Chromium that works as root and without a network. */
export const quietFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
