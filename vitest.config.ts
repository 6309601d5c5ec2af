import { defineConfig } from 'vitest/config';

const shared = { globals: false, restoreMocks: true, expect: { poll: { timeout: 20_000 } } } as const;
/**
 * No two files share a port, a folder or a browser. Those with browsers come after the others. The limits of time are for what hangs: a busy
 * machine takes long over what takes a moment, and nothing here is measured by them.
 */
const together = {
  ...shared,
  maxWorkers: 2,
  sequence: { groupOrder: 0 },
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

/**
 * unit        beside the code it tests, no process, no network
 * contract    the fake Atlassian Cloud and the HTTP contract against what the documents say
 * integration real SQLite file, real HTTP, real OpenID Connect provider
 * e2e         real Chromium, and Firefox for the main story, with the built extension, every process real
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...together,
          name: 'unit',
          setupFiles: ['tests/tools/fast-check-seed.ts', 'tests/tools/english.ts'],
          include: [
            '{core,service,extension,admin-panel,mocks}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/decisions/{apps-by-name.property,core,document,steps,steps.property,words}.test.ts',
          ],
        },
      },
      { test: { ...together, name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      {
        test: {
          ...together,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/decisions/service.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/{arrivals,e2e,selectors}/**/*.test.ts', 'tests/decisions/extension.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
