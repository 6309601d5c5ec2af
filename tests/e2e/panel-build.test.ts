import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { panelDir } from '../stage/paths.ts';

const html = readFileSync(join(panelDir, 'index.html'), 'utf8');

/** One build for a page of the service, an extension page and a Forge resource: the strictest of them decides. */
describe('the build of the panel', () => {
  it('has no inline script', () => {
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toMatch(/\bsrc=/);
      expect(content?.trim()).toBe('');
    }
    expect(html).not.toMatch(/\son\w+=|javascript:/i);
  });

  it('names its files relatively, so that it works under any path', () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) expect(address).toMatch(/^\.\/assets\/[^/]+-[\w-]{6,}\.\w+$/);
  });

  it('loads no more than 250 KB gzip before its first page', () => {
    const first = [...html.matchAll(/(?:src|href)="\.\/([^"]*)"/g)].map(([, file = '']) => join(panelDir, file));
    const bytes = first.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(first.length).toBeGreaterThan(2);
    expect(bytes / 1000).toBeLessThan(250);
  });

  it('calls neither eval nor lodash’s way to the global object', () => {
    for (const name of readdirSync(join(panelDir, 'assets')).filter((file) => file.endsWith('.js'))) {
      const code = readFileSync(join(panelDir, 'assets', name), 'utf8');
      expect(code, name).not.toMatch(/(?<![\w$.])eval\(/);
      expect(code, name).not.toMatch(/Function\([`'"]return this[`'"]\)/);
    }
  });

  it('carries no feature-gate client that calls home', () => {
    for (const name of readdirSync(join(panelDir, 'assets'))) {
      const code = readFileSync(join(panelDir, 'assets', name), 'utf8');
      expect(code, name).not.toMatch(/statsigapi|featureassets\.org|statsig\.com/i);
    }
  });
});

describe('the build of the element', () => {
  const folder = join(panelDir, 'element');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  /** What a file imports before it runs, itself included. */
  function needed(file: string, known = new Set<string>()): Set<string> {
    if (known.has(file)) return known;
    known.add(file);
    for (const [, next = ''] of read(file).matchAll(/\b(?:from|import)["'`]\.\/([^"'`]+)["'`]/g))
      needed(file.includes('/') ? `assets/${next}` : next, known);
    return known;
  }

  it('has its styles in its code, and none beside it', () => {
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.css'))).toEqual([]);
    expect(read('gatehouse-panel.js')).toContain('.gh-app');
    expect(read('gatehouse-panel.js')).not.toContain('%GATEHOUSE_STYLES%');
  });

  it('loads no more than 250 KB gzip before its first page, themes included', () => {
    const files = needed('gatehouse-panel.js');
    const themes = readdirSync(join(folder, 'assets'), { encoding: 'utf8' }).filter((name) =>
      /^atlassian-(light|dark|shape|spacing|typography|motion)-[\w-]{8}\.js$/.test(name),
    );
    const bytes = [...files, ...themes.map((name) => `assets/${name}`)].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
      0,
    );
    expect(files.size).toBeGreaterThan(3);
    expect(themes).toHaveLength(6);
    expect(bytes / 1000).toBeLessThan(250);
  });
});
