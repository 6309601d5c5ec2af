import { defineConfig } from 'vitest/config';

/** The tests of the core alone: what is run again for every mutant. */
export default defineConfig({
  test: {
    globals: false,
    restoreMocks: true,
    setupFiles: ['tests/tools/fast-check-seed.ts', 'tests/mutation/short-properties.ts'],
    include: ['core/**/*.test.ts', 'tests/decisions/{core,words}.test.ts'],
  },
});
