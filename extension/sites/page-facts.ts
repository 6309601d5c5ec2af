import { metasOf, truthyKeys } from './metas.ts';

/** What a page says about its site beside where we are. Apart from the context, because no feature on pages needs it. */
export interface PageFacts {
  /** Product keys that the page says the site has a licence for; null when it does not say. */
  readonly licensedProducts: readonly string[] | null;
  /** Whether the page may suggest more products (Jira publishes the site's setting); null when it does not say. */
  readonly productSuggestions: boolean | null;
}

export function readPageFacts(document: Document): PageFacts {
  const meta = metasOf(document);
  return {
    licensedProducts: truthyKeys(meta('ajs-licensed-products')),
    productSuggestions: flag(meta('ajs-xflow-product-suggestions-enabled')),
  };
}

const flag = (value: string | null): boolean | null => (value === 'true' ? true : value === 'false' ? false : null);
