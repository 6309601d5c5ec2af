import { execFile } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const stamp = join(root, 'dist/.built');
const sources = ['core', 'extension', 'admin-panel', 'tests/tools/build.ts', 'vite.config.ts', 'package-lock.json'];

/** Builds the panel and the extension unless the last build is newer than everything it is made of. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const built = await modified(stamp);
  if (built > Math.max(...(await Promise.all(sources.map((path) => newest(join(root, path))))))) return;
  say('Building the panel and the extension …');
  try {
    await promisify(execFile)(process.execPath, [join(root, 'tests/tools/build.ts')], {
      cwd: root,
      maxBuffer: 16 << 20,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The build failed:\n${stdout}${stderr}`, { cause: error });
  }
  await writeFile(stamp, '');
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
