import '../../extension/platform/no-eval.ts';

/** The domain as the extension bundles it: under its content security policy, for its oldest browser. */
export { ask } from './steps.ts';
