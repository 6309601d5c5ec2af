import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crx, defineManifest } from '@crxjs/vite-plugin';
import type { UserConfig } from 'vite';
import { contentScripts, manifestFor, type TargetBrowser } from './manifest.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `GATEHOUSE_BROWSER=firefox` builds for Firefox; everything else about the source is the same. */
export function targetBrowser(value: string | undefined): TargetBrowser {
  if (value === undefined || value === '' || value === 'chrome' || value === 'chromium') return 'chrome';
  if (value === 'firefox') return 'firefox';
  throw new Error(`GATEHOUSE_BROWSER is "${value}". Use chromium or firefox.`);
}

/** Where the build of a browser goes, from the project root. */
export const outputFolder = (browser: TargetBrowser): string =>
  browser === 'firefox' ? 'dist/extension-firefox' : 'dist/extension';

/** The build of the extension: `vite build --mode extension`. */
export const extensionBuild = (): UserConfig => {
  const browser = targetBrowser(process.env.GATEHOUSE_BROWSER);
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
  return {
    root: here('.'),
    publicDir: here('./public'),
    // Content scripts are built apart and take no plugins: this is how libraries in them learn that they ship.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    plugins: [
      crx({
        manifest: defineManifest(manifestFor(browser, version)),
        browser,
        // One IIFE each, run at document_start before any script of the page: the async loader would come too late.
        contentScripts: { standaloneFiles: Object.values(contentScripts) },
      }),
    ],
    build: {
      outDir: here(`../${outputFolder(browser)}`),
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox142' : 'chrome123',
      modulePreload: false,
      rollupOptions: {
        input: { blocked: here('./blocked/index.html'), panel: here('./panel/index.html') },
      },
    },
  };
};
