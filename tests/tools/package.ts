import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** `npm run package`: a zip for each browser, as its store and managed installs take it. The same sources give the same bytes. */
const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const browsers = [
  { name: 'chromium', folder: 'dist/extension' },
  { name: 'firefox', folder: 'dist/extension-firefox' },
] as const;

/** Zip entries carry a time; a fixed one keeps two packages of one build equal. */
const mtime = new Date('2020-01-01T00:00:00Z');

for (const { name, folder } of browsers) {
  execFileSync(process.execPath, [join(root, 'tests/tools/build.ts')], {
    cwd: root,
    env: { ...process.env, GATEHOUSE_BROWSER: name },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const files: Zippable = {};
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  for (const path of entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    files[relative(join(root, folder), path)] = [new Uint8Array(await readFile(path)), { mtime }];
  const target = join(root, `dist/gatehouse-${version}-${name}.zip`);
  await writeFile(target, zipSync(files, { level: 9 }));
  process.stdout.write(`${relative(root, target)}  ${Object.keys(files).length} files\n`);
}
