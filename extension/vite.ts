import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crx, defineManifest } from '@crxjs/vite-plugin';
import type { Plugin, UserConfig } from 'vite';
import { catalogues, type Language } from '../core/words/index.ts';
import { bundleScript, withoutParser } from './bundle-script.ts';
import { localeFile } from './locales.ts';
import { contentScripts, manifestFor, type TargetBrowser } from './manifest.ts';
import { onDemandFiles } from './on-demand/files.ts';

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

/**
 * Builds the scripts on demand, one IIFE each. The CRX plugin could (`?script&iife`), but it opens each of them to every page of
 * the web; injected scripts need not be.
 */
const scriptsOnDemand = (target: string): Plugin => ({
  name: 'gatehouse:on-demand',
  apply: 'build',
  async generateBundle() {
    for (const [name, fileName] of Object.entries(onDemandFiles)) {
      const entry = new URL(`./on-demand/${name}.ts`, import.meta.url);
      this.addWatchFile(fileURLToPath(entry));
      this.emitFile({
        type: 'asset',
        fileName,
        source: await bundleScript(entry, 'gatehouse', { minify: true, target, alias: withoutParser }),
      });
    }
  },
});

/** What people read, in every language: files of their own, of which the browser opens the one it needs. */
const locales: Plugin = {
  name: 'gatehouse:locales',
  apply: 'build',
  generateBundle() {
    for (const language of Object.keys(catalogues) as Language[])
      this.emitFile({
        type: 'asset',
        fileName: `_locales/${language}/messages.json`,
        source: localeFile(language),
      });
  },
};

/** The build of the extension: `vite build --mode extension`. */
export const extensionBuild = (): UserConfig => {
  const browser = targetBrowser(process.env.GATEHOUSE_BROWSER);
  const target = browser === 'firefox' ? 'firefox142' : 'chrome123';
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
  return {
    root: here('.'),
    publicDir: here('./public'),
    // Content scripts are built apart and take no plugins: this is how libraries in them learn that they ship.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    resolve: { alias: withoutParser },
    plugins: [
      locales,
      scriptsOnDemand(target),
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
      target,
      modulePreload: false,
      rollupOptions: {
        input: {
          blocked: here('./blocked/index.html'),
          panel: here('./panel/index.html'),
          prompt: here('./prompt/index.html'),
        },
      },
    },
  };
};
