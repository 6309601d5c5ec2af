import type { OnDemandName } from './shelf.ts';

/** Where the build puts each script on demand, from the extension's root. */
export const onDemandFiles: Readonly<Record<OnDemandName, string>> = {
  marks: 'on-demand/marks.js',
  overlays: 'on-demand/overlays.js',
  translations: 'on-demand/translations.js',
  calls: 'on-demand/calls.js',
};
