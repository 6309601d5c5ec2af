/** The parts of a body that matter; bodies are whatever the page sends and are never trusted to have a shape. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
