import { metasOf } from './page-context.ts';

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

function truthyKeys(json: string | null): readonly string[] | null {
  if (json === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null; // The page's own data is broken: the same as not said.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.entries(value)
    .filter(([, on]) => on === true)
    .map(([key]) => key);
}
