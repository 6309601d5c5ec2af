import { defineConfig, type UserConfig } from 'vite';
import { elementBuild, panelBuild } from './admin-panel/vite.ts';
import { extensionBuild } from './extension/vite.ts';

/**
 * One file for every build: `vite build --mode extension`, `--mode panel` and `--mode element`.
 * Tests are configured in vitest.config.ts.
 */
const builds: Record<string, () => UserConfig> = {
  extension: extensionBuild,
  panel: panelBuild,
  element: elementBuild,
};

export default defineConfig(({ mode }) => {
  const build = builds[mode];
  if (!build) throw new Error(`Unknown build "${mode}". Use --mode ${Object.keys(builds).join(' or --mode ')}.`);
  return build();
});
