import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

type Part = 'extension' | 'panel';
const parts: readonly Part[] = ['panel', 'extension'];

const folders = { panel: 'dist/panel', extension: 'dist/extension', firefox: 'dist/extension-firefox' } as const;

/** Where the extension goes: `GATEHOUSE_BROWSER=firefox` has a folder of its own (`extension/vite.ts`). */
const extensionFolder = process.env.GATEHOUSE_BROWSER === 'firefox' ? folders.firefox : folders.extension;

/** Builds one part with the same configuration as `vite build --mode <part>`. */
async function buildPart(part: Part): Promise<void> {
  process.stdout.write(`\n${part}\n`);
  // The element is the panel in another form; it stands in the panel's folder, which is emptied first.
  const modes = part === 'panel' ? ['panel', 'element'] : [part];
  for (const mode of modes) await build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
}

/** One panel in every host: the extension carries the very files that the service serves, without the element for pages of others. */
async function carryPanel(): Promise<void> {
  const target = join(root, extensionFolder, 'panel-app');
  await rm(target, { recursive: true, force: true });
  if (!existsSync(join(root, folders.panel, 'index.html')))
    throw new Error('dist/panel is missing: run "npm run build panel" first, or "npm run build" for everything.');
  const element = join(root, folders.panel, 'element');
  await cp(join(root, folders.panel), target, { recursive: true, filter: (path) => path !== element });
}

/** Prints each file of a folder with its size and what it weighs over the wire. */
async function printSizes(folder: string): Promise<void> {
  const rows: { file: string; bytes: number; gzip: number }[] = [];
  for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    const { size } = await stat(path);
    rows.push({ file: relative(root, path), bytes: size, gzip: gzipSync(await readFile(path)).length });
  }
  const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  const big = rows.filter(({ file, gzip }) => /\.(js|css|html|json)$/.test(file) && gzip > 256);
  for (const { file, bytes, gzip } of big.sort((a, b) => b.gzip - a.gzip).slice(0, 14))
    process.stdout.write(`${kb(bytes)} ${kb(gzip)} gz  ${file}\n`);
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  process.stdout.write(`${kb(total)} in ${rows.length} files  ${folder}\n`);
  const content = rows.filter(({ file }) => /\/(guard|content)\/[^/]+\.js$/.test(file));
  if (content.length > 0)
    process.stdout.write(`${kb(content.reduce((sum, { gzip }) => sum + gzip, 0))} gz  all content scripts together\n`);
}

function asked(argv: readonly string[]): readonly Part[] {
  const unknown = argv.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) {
    process.stderr.write(
      `There is no build called "${unknown}". Use: npm run build [${[...parts].reverse().join('|')}]\n`,
    );
    process.exit(2);
  }
  return argv.length === 0 ? parts : parts.filter((part) => argv.includes(part));
}

const wanted = asked(process.argv.slice(2));
// Vite and its plugins take their mode from here, whatever shell this runs in.
process.env.NODE_ENV = 'production';
try {
  for (const part of wanted) await buildPart(part);
  if (wanted.includes('extension') && (wanted.includes('panel') || existsSync(join(root, folders.panel))))
    await carryPanel();
  for (const part of wanted) await printSizes(part === 'panel' ? folders.panel : extensionFolder);
} catch (error) {
  process.stderr.write(
    `\nThe build failed in ${dirname(import.meta.filename)}:\n${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
