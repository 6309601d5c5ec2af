import type { IdentityView } from '../../../core/identity/index.ts';
import type { BadgeFace, Tone } from './badge.ts';

const toneOf = ({ type, subStates }: IdentityView): Tone => {
  if (subStates.includes('deactivated') || subStates.includes('suspended')) return 'off';
  if (subStates.includes('invited')) return 'waiting';
  if (subStates.includes('unclaimed')) return 'unclaimed';
  if (type === 'managed') return 'good';
  if (type === 'portal-only') return 'customer';
  return type === 'app' ? 'app' : 'outside';
};

/** What kind of account it is, in words for the middle of a sentence. */
export const kindOf = (view: IdentityView): string => `${view.label.toLowerCase()} account`;

/** The badge of a known account. `name` is the page's own text for the person. */
export const faceOf = (view: IdentityView, name: string | null, dense: boolean): BadgeFace => ({
  tone: toneOf(view),
  text: view.label,
  name: `${name ?? 'This person'}: ${kindOf(view)}. Why?`,
  dense,
});
