import { defineConfig } from 'vitest/config';

/** The tests of the core alone: what is run again for every mutant. */
export default defineConfig({
  test: {
    globals: false,
    restoreMocks: true,
    setupFiles: ['tests/tools/fast-check-seed.ts', 'tests/mutation/short-properties.ts'],
    // Counts what it saw in thousands of acts: too slow here, and wrong when it is cut short.
    exclude: ['core/policy/analyse.property.test.ts'],
    include: ['core/**/*.test.ts', 'tests/decisions/core.test.ts'],
  },
});
