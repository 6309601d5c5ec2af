import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A browser that tests drive: it is not brought by npm. */
export interface InstalledBrowser {
  readonly name: string;
  /** The environment variable that may say where it is. */
  readonly variable: string;
  readonly usualPlaces: readonly string[];
  readonly debianPackage: string;
}

/** Its path: what the variable says, else the usual places. Throws with the one command to run when there is none. */
export async function findBrowser({ name, variable, usualPlaces, debianPackage }: InstalledBrowser): Promise<string> {
  const asked = process.env[variable];
  if (asked) {
    if (await isExecutable(asked)) return asked;
    throw new Error(`${variable} is ${asked}, which is not an executable file. Correct it or unset it.`);
  }
  for (const place of usualPlaces) if (await isExecutable(place)) return place;
  throw new Error(`No ${name} found. Run "apt-get install ${debianPackage}" (as root), or set ${variable} to one.`);
}

/** As `findBrowser`, but installs Debian's package when run as root on a system that has apt. */
export async function findOrInstallBrowser(browser: InstalledBrowser, report: (line: string) => void): Promise<string> {
  try {
    return await findBrowser(browser);
  } catch (error) {
    if (process.env[browser.variable] || process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get')))
      throw error;
  }
  report(`${browser.name} is missing: installing the Debian package (this takes a minute)`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 << 20 };
  await run('apt-get', ['update', '-q'], options);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', browser.debianPackage], options);
  return findBrowser(browser);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
