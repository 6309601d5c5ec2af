import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Every folder `node_modules/…/<name>`, however deep npm put it. */
function* copies(folder: string, name: string): Generator<string> {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return;
  for (const entry of readdirSync(modules, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(modules, entry.name);
    if (entry.name === name) yield path;
    const packages = entry.name.startsWith('@') ? readdirSync(path).map((inner) => join(path, inner)) : [path];
    for (const inner of packages) yield* copies(inner, name);
  }
}

/** Some of Atlaskit's dependencies accept React 18 only, so npm may install a second one; hooks then fail (error 525). */
describe('React', () => {
  it.each(['react', 'react-dom'])('there is exactly one copy of %s, and it is 19', (name) => {
    const found = [...copies(root, name)];
    expect(found).toEqual([join(root, 'node_modules', name)]);
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    expect(version).toMatch(/^19\./);
  });
});
