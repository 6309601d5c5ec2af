import { type IdentityView, labelKeyOf } from '../../../core/identity/index.ts';
import { isPicture } from '../../sites/people/merge.ts';
import type { PersonRef } from '../../sites/person.ts';
import { say } from '../../words/say.ts';
import type { BadgeFace, BadgePlace, Tone } from './badge.ts';

const toneOf = ({ type, subStates }: IdentityView): Tone => {
  if (subStates.includes('deactivated') || subStates.includes('suspended')) return 'off';
  if (subStates.includes('invited')) return 'waiting';
  if (subStates.includes('unclaimed')) return 'unclaimed';
  if (type === 'managed') return 'good';
  if (type === 'portal-only') return 'customer';
  return type === 'app' ? 'app' : 'outside';
};

/** What kind of account it is, in words for the middle of a sentence. */
export const kindOf = (view: IdentityView): string => say(`badge.kind.${labelKeyOf(view)}`);

/** Whether it is an account of the organization's own people, in order: what nobody has to look twice at. */
export const belongs = (view: IdentityView): boolean => toneOf(view) === 'good';

/** Rows of lists and tables, where the people who belong are many and everybody else is what is looked for. */
const ROWS = 'tr,li,[role="row"],[role="listitem"]';

const placeOf = (element: Element, isPicture: boolean, tone: Tone): BadgePlace => {
  if (isPicture) return 'mark';
  return tone === 'good' && element.closest(ROWS) ? 'quiet' : 'words';
};

/** The badge of a known account, beside `person.element`. The name is the page's own text for the person. */
export function faceOf(
  view: IdentityView,
  { element, name, dense }: Pick<PersonRef, 'element' | 'name' | 'dense'>,
): BadgeFace {
  const tone = toneOf(view);
  return {
    tone,
    text: say(`badge.label.${labelKeyOf(view)}`),
    name: say('badge.name', { name: name ?? say('badge.this-person'), kind: kindOf(view) }),
    place: placeOf(element, dense || isPicture({ element }), tone),
  };
}
