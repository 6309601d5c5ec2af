import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keys } from '../service/config-keys.ts';
import { GroupMap } from '../service/usecases/group-map.ts';
import { root } from './stage/paths.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

it('every script says at once which Node it needs, in place of failing with a riddle', () => {
  const unguarded = Object.entries(scripts).filter(
    ([, run]) => !run.startsWith('node tests/tools/node-version.mjs && '),
  );
  expect(unguarded).toEqual([]);
});

const guides = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

it('guides name settings and scripts that exist', () => {
  const wrong = guides.flatMap((guide) => {
    const text = read(guide);
    const settings = [...text.matchAll(/GATEHOUSE_[A-Z_]+[A-Z]/g)].map(([name]) => name);
    const runs = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
    return [
      ...settings.filter((name) => !(name.replace(/_FILE$/, '') in keys) && !(name in keys)),
      ...runs.filter((name) => !(name in scripts)),
    ].map((name) => `${guide}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

it('the guide to a real organization names every setting without which nothing starts', () => {
  const text = read('docs/connect-your-organization.md');
  const required = Object.entries(keys).flatMap(([name, key]) =>
    'optional' in key || 'fallback' in key ? [] : [name],
  );
  expect(required.length).toBeGreaterThan(4);
  expect(required.filter((name) => !text.includes(name))).toEqual([]);
});

it('the group map of the guide is one that the service takes', () => {
  const [, json = ''] = /```json\n(.*?)```/s.exec(read('docs/connect-your-organization.md')) ?? [];
  const map = GroupMap.parse(JSON.parse(json));
  expect(map.map(({ targetType }) => targetType)).toEqual(['external', undefined]);
});
