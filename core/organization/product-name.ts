import type { Product } from './product.ts';
import { unknownName } from './product-named.ts';
import { type KnownKey, vocabulary } from './vocabulary.ts';

/** Whether Gatehouse knows what the app is: its name, its plans, how its seats are counted. */
export const isKnownProduct = (product: Product): product is KnownKey => !product.startsWith('other:');

/**
 * The name people know an app by; one that Gatehouse does not know is named as unknown, and null is "nobody named an app". Apart
 * from the schema, so that content scripts need no parser for it.
 */
export function productName(product: Product | null): string {
  if (product === null) return 'app not known';
  return isKnownProduct(product) ? vocabulary[product].name : `unknown app "${unknownName(product)}"`;
}
