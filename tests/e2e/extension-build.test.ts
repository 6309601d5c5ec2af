import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { contentScripts } from '../../extension/manifest.ts';
import { extensionDir } from '../stage/paths.ts';

/** What every page of Atlassian's starts with, in bytes. People open hundreds of pages a day (decision 0012). */
const MOST = 20 * 1024;

it('pages start with at most 20 KB gzip of ours', () => {
  const sizes = Object.values(contentScripts).map(
    (path) => gzipSync(readFileSync(join(extensionDir, path.replace(/\.ts$/, '.js'))), { level: 9 }).byteLength,
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST);
});

it('carries the panel, without the element that is for pages of others', () => {
  expect(existsSync(join(extensionDir, 'panel-app/index.html'))).toBe(true);
  expect(existsSync(join(extensionDir, 'panel-app/element'))).toBe(false);
});
