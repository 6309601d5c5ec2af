import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

const here = import.meta.dirname;

/**
 * lodash finds the global object with `Function('return this')`, which is `eval` to a content security policy without
 * `unsafe-eval` (extension pages, and ours).
 */
const withoutFunctionConstructor: Plugin = {
  name: 'gatehouse:without-function-constructor',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/node_modules/') || !/\bFunction\((['"])return this\1\)\(\)/.test(code)) return null;
    return { code: code.replace(/\bFunction\((['"])return this\1\)\(\)/g, 'globalThis'), map: null };
  },
};

/** Where Atlaskit listens at the document or asks it for the focus, and so sees one element in place of all in a shadow root. */
const seeingIntoShadowRoots: readonly (readonly [file: string, text: string, instead: string])[] = [
  [
    '/@atlaskit/top-layer/dist/es2019/use-simple-light-dismiss/index.js',
    'const target = event.target;',
    'const [target] = event.composedPath();',
  ],
  [
    '/@atlaskit/react-select/dist/es2019/select.js',
    '.contains(event.target) && this.menuListRef && !this.menuListRef.contains(event.target)',
    '.contains(event.composedPath()[0]) && this.menuListRef && !this.menuListRef.contains(event.composedPath()[0])',
  ],
  [
    '/@atlaskit/react-select/dist/es2019/select.js',
    'this.menuListRef.contains(document.activeElement)',
    'this.menuListRef.contains(this.menuListRef.getRootNode().activeElement)',
  ],
];

/** Without these, a click on an option of a list would be one outside of the list. Says so when Atlaskit is no more as it was. */
const throughShadowRoots: Plugin = {
  name: 'gatehouse:through-shadow-roots',
  enforce: 'pre',
  transform(code, id) {
    const own = seeingIntoShadowRoots.filter(([file]) => id.endsWith(file));
    if (own.length === 0) return null;
    let changed = code;
    for (const [file, text, instead] of own) {
      if (!changed.includes(text))
        throw new Error(`${file} has no "${text}" any more: see whether lists work in <gatehouse-panel>.`);
      changed = changed.replace(text, () => instead);
    }
    return { code: changed, map: null };
  },
};

/**
 * Puts every style sheet of the build into the one place in its code that asks for them, as text: the element adopts them inside of its
 * shadow root. A file of its own, or a `link` of the page, would not get there.
 */
const stylesAsText: Plugin = {
  name: 'gatehouse:styles-as-text',
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = Object.values(bundle);
    const styles = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
    const text = styles.map((file) => ('source' in file ? String(file.source) : '')).join('\n');
    const asking = files.flatMap((file) => (file.type === 'chunk' && PLACE_OF_STYLES.test(file.code) ? [file] : []));
    if (text === '' || asking.length !== 1)
      throw new Error(`${asking.length} files ask for ${text.length} characters of styles; it has to be one file.`);
    for (const chunk of asking) chunk.code = chunk.code.replace(PLACE_OF_STYLES, () => JSON.stringify(text));
    for (const { fileName } of styles) delete bundle[fileName];
  },
};

const PLACE_OF_STYLES = /(['"`])%GATEHOUSE_STYLES%\1/;

/**
 * `vite build --mode panel`: one build for every host (docs/decisions/0007). Addresses are relative so that it works under
 * `/`, `/forge/` and `chrome-extension://…/panel-app/`; no inline scripts; file names carry a hash of their content.
 */
export const panelBuild = (): UserConfig => ({
  root: here,
  base: './',
  publicDir: false,
  plugins: [withoutFunctionConstructor, throughShadowRoots, react()],
  define: {
    'process.env.NODE_ENV': JSON.stringify('production'),
    // Atlaskit asks for these when something called `process` exists; in a browser they are simply not set.
    'process.env.CI': 'undefined',
    'process.env.ENABLE_PLATFORM_FF': 'undefined',
    'process.env.STORYBOOK_ENABLE_PLATFORM_FF': 'undefined',
  },
  resolve: {
    // Atlaskit's modern output first: smaller, and without a second copy of its helpers.
    mainFields: ['module:es2019', 'module', 'jsnext:main', 'main'],
    dedupe: ['react', 'react-dom'],
    alias: {
      // Atlaskit carries Statsig, which wants the network and 25 KB. Every gate is off instead.
      '@atlaskit/feature-gate-js-client/feature-gates': resolve(here, 'no-feature-gates.ts'),
      '@atlaskit/feature-gate-js-client': resolve(here, 'no-feature-gates.ts'),
      '@atlaskit/platform-feature-flags/fg': resolve(here, 'no-feature-gates.ts'),
      '@atlaskit/platform-feature-flags': resolve(here, 'no-feature-gates.ts'),
    },
  },
  build: {
    outDir: resolve(here, '../dist/panel'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Nothing is inlined as data: addresses: the panel's policy lets images only be files of its own.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Together, so that zod is told before any other file can declare a schema: files of one chunk run one after the other.
        codeSplitting: { groups: [{ name: 'zod', test: /admin-panel\/no-eval|node_modules\/zod\// }] },
      },
    },
  },
});

/**
 * `vite build --mode element`: the same panel as a custom element for pages of others. It goes where the panel is served from, so that
 * it is always of the version of its service; its code finds its own files beside it.
 */
export function elementBuild(): UserConfig {
  const { build, plugins = [], ...shared } = panelBuild();
  return {
    ...shared,
    plugins: [...plugins, stylesAsText],
    build: {
      ...build,
      outDir: resolve(here, '../dist/panel/element'),
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: resolve(here, 'element.ts'),
        output: { ...build?.rolldownOptions?.output, entryFileNames: 'gatehouse-panel.js' },
      },
    },
  };
}
