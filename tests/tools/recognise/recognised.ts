import type { PageContext } from '../../../extension/sites/page-context.ts';
import type { PageFacts } from '../../../extension/sites/page-facts.ts';

/** What the recognisers make of one page. */
export interface Recognised {
  readonly url: string;
  readonly context: PageContext & PageFacts;
  readonly people: readonly {
    readonly name: string | null;
    readonly carrier: string;
    readonly id: string | null;
    readonly emailHash: string | null;
    readonly viewer: boolean;
    /** Whether the extension would ask who this is, to draw a badge: not of the viewer, not without an id or hash. */
    readonly badge: boolean;
    /** Path of the list, table or group of check boxes it stands in; null in none. */
    readonly list: string | null;
    readonly path: string;
    readonly evidence: string;
  }[];
  /** Where badges would be drawn, by list. */
  readonly lists: readonly { readonly path: string; readonly badges: number }[];
  readonly controls: readonly {
    readonly intent: string;
    readonly step: string;
    readonly evidence: string;
    readonly carrier: string;
    readonly label: string | null;
    /** Whether the extension knows it. The others are for diagnosis: a click on them passes, and what is done in there is held. */
    readonly ships: boolean;
    /** What the selector that found it is known from; null for submit buttons, which the reading of their dialog found. */
    readonly reason: string | null;
    readonly path: string;
  }[];
}
