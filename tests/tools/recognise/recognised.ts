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
    readonly path: string;
    readonly evidence: string;
  }[];
  readonly controls: readonly {
    readonly intent: string;
    readonly step: string;
    readonly evidence: string;
    readonly carrier: string;
    readonly label: string | null;
    /** What the selector that found it is known from; null for submit buttons, which the reading of their dialog found. */
    readonly reason: string | null;
    readonly path: string;
  }[];
}
