import type { IdentityView } from '../../../core/identity/view.ts';
import type { BadgeFace, Tone } from './badge.ts';
import type { CardContent } from './hover-card.ts';

const toneOf = ({ type, subStates }: IdentityView): Tone => {
  if (subStates.includes('deactivated') || subStates.includes('suspended')) return 'off';
  if (subStates.includes('invited')) return 'waiting';
  if (subStates.includes('unclaimed')) return 'unclaimed';
  if (type === 'managed') return 'good';
  if (type === 'portal-only') return 'customer';
  return type === 'app' ? 'app' : 'outside';
};

const kindOf = (view: IdentityView): string => `${view.label.toLowerCase()} account`;

/** The badge of a known account. `name` is the page's own text for the person. */
export const faceOf = (view: IdentityView, name: string | null, dense: boolean): BadgeFace => ({
  tone: toneOf(view),
  text: view.label,
  name: `${name ?? 'This person'}: ${kindOf(view)}. Why?`,
  dense,
});

/** The same, explained. */
export const cardOf = (view: IdentityView, name: string | null): CardContent => ({
  title: name ?? 'This person',
  subtitle: kindOf(view).replace(/^./, (first) => first.toUpperCase()),
  lines: view.reasons,
});
