import type { NamedSelector } from '../selector.ts';

/**
 * What an element that matches is, and so how it is read: `read-person.ts` has one reader a kind.
 * `name` and `avatar` carry no id themselves; they tell that a person is shown here and what the name is.
 */
export type PersonKind =
  | 'mention'
  | 'attribute'
  | 'link'
  | 'image'
  | 'filter'
  | 'card'
  | 'viewer'
  | 'trigger'
  | 'name'
  | 'avatar'
  | 'labelled';

export interface PersonSelector extends NamedSelector {
  readonly kind: PersonKind;
}
