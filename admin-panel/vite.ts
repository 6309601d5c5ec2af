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

/**
 * `vite build --mode panel`: one build for every host (docs/decisions/0007). Addresses are relative so that it works under
 * `/`, `/forge/` and `chrome-extension://…/panel-app/`; no inline scripts; file names carry a hash of their content.
 */
export const panelBuild = (): UserConfig => ({
  root: here,
  base: './',
  publicDir: false,
  plugins: [withoutFunctionConstructor, react()],
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
