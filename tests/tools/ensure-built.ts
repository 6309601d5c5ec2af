import { execFile } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const sources = ['core', 'extension', 'admin-panel', 'tests/tools/build.ts', 'vite.config.ts', 'package-lock.json'];

/** The extension for Firefox carries the panel that is built with the other one. */
const builds = {
  chromium: { what: 'the panel and the extension', stamp: 'dist/.built', parts: [] },
  firefox: { what: 'the extension for Firefox', stamp: 'dist/.built-firefox', parts: ['extension'] },
} as const;

/** Builds the panel and the extension unless the last build is newer than everything it is made of. */
export const ensureBuilt = (say: (line: string) => void): Promise<void> => ensure('chromium', say);

/** As `ensureBuilt`, and then the extension for Firefox likewise. */
export async function ensureBuiltForFirefox(say: (line: string) => void): Promise<void> {
  await ensureBuilt(say);
  await ensure('firefox', say);
}

async function ensure(browser: keyof typeof builds, say: (line: string) => void): Promise<void> {
  const { what, stamp, parts } = builds[browser];
  const built = await modified(join(root, stamp));
  if (built > Math.max(...(await Promise.all(sources.map((path) => newest(join(root, path))))))) return;
  say(`Building ${what} …`);
  try {
    await promisify(execFile)(process.execPath, [join(root, 'tests/tools/build.ts'), ...parts], {
      cwd: root,
      env: { ...process.env, GATEHOUSE_BROWSER: browser },
      maxBuffer: 16 << 20,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The build failed:\n${stdout}${stderr}`, { cause: error });
  }
  await writeFile(join(root, stamp), '');
}

/** Time of the last change, 0 when the file does not exist. */
async function modified(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0;
      throw error;
    },
  );
}

async function newest(path: string): Promise<number> {
  if (!(await stat(path)).isDirectory()) return modified(path);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => modified(join(entry.parentPath, entry.name))),
  );
  return Math.max(0, ...times);
}
