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
