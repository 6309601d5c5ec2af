import type { Intent } from '../../core/policy/index.ts';
import type { Evidence } from './selector.ts';

/** A control of the page that gives access or spends a seat. */
export interface ControlRef {
  readonly element: Element;
  readonly intent: Intent;
  /** `opens` leads to a dialog or page where it is done, `acts` does it. */
  readonly step: 'opens' | 'acts';
  readonly evidence: Evidence;
  /** Name of the selector that found it. */
  readonly carrier: string;
  /** The control's accessible name as shown; hostile text. */
  readonly label: string | null;
  /** Language whose label table matched; null when text was not needed. */
  readonly labelLanguage: string | null;
}
