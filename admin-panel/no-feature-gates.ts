/**
 * Stands in for `@atlaskit/feature-gate-js-client` in the build (vite.ts): every gate is off and every experiment has its
 * default, and nothing calls home.
 */
export default {
  initializeCalled: () => true,
  initializeCompleted: () => true,
  checkGate: () => false,
  getExperiment: () => ({ get: (_name: string, fallback: unknown) => fallback }),
  getExperimentValue: (_experiment: string, _name: string, fallback: unknown) => fallback,
};
