import type { Intent } from '../../../core/policy/index.ts';
import type { LabelKey } from '../labels.ts';
import type { PageProduct, Surface } from '../routes.ts';
import type { NamedSelector } from '../selector.ts';

/** What a label says when one selector finds controls of several intents. */
export type LabelIntent = readonly [LabelKey, Intent];

export interface ControlSelector extends NamedSelector {
  readonly intent: Intent;
  readonly step: 'opens' | 'acts';
  /** Only here; everywhere when left out. */
  readonly products?: readonly PageProduct[];
  readonly surfaces?: readonly Surface[];
  /**
   * The element counts only when its text is one of these labels, which then gives the intent. Text is never enough alone:
   * `css`, `products` or `surfaces` hold the second, structural fact.
   */
  readonly labels?: readonly LabelIntent[];
  /** The control is the button inside the element that matched. */
  readonly within?: string;
}
