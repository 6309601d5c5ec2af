import { blockedInPage } from './steps/blocked-in-page.ts';
import { blockedOnNetwork } from './steps/blocked-on-network.ts';
import { decide } from './steps/decide.ts';
import { embedded } from './steps/embedded.ts';
import { notKnown } from './steps/not-known.ts';
import { seeBadges } from './steps/see-badges.ts';
import { setUp } from './steps/set-up.ts';
import { survive } from './steps/survive.ts';
import type { Step } from './world.ts';

/** The story, in order. The end-to-end test and `npm start -- --walk` take the same steps. */
export const steps: readonly Step[] = [
  ...setUp,
  ...seeBadges,
  ...blockedInPage,
  ...blockedOnNetwork,
  ...decide,
  ...embedded,
  ...survive,
  ...notKnown,
];
