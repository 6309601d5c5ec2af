/**
 * Dialogs, menus and flags stand where they are written, in the browser's own top layer, and not at the end of the page's body:
 * nothing of the page lies over them, the styles around them reach them, and a dialog makes the page behind it inert.
 */
const open = ['platform-dst-top-layer'];

/** Stands in for `@atlaskit/platform-feature-flags` in the build (vite.ts), which asks a global: a page around the panel may have set it. */
export const fg = (name: string): boolean => open.includes(name);

/**
 * Stands in for `@atlaskit/feature-gate-js-client` in the build (vite.ts): every other gate is off and every experiment has its
 * default, and nothing calls home.
 */
export default {
  initializeCalled: () => true,
  initializeCompleted: () => true,
  checkGate: fg,
  getExperiment: () => ({ get: (_name: string, fallback: unknown) => fallback }),
  getExperimentValue: (_experiment: string, _name: string, fallback: unknown) => fallback,
};
