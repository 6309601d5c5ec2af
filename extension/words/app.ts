import { isKnownProduct, type Product, productName, unknownName } from '../../core/organization/index.ts';
import { say } from './say.ts';

/** The name people know an app by; one that Gatehouse does not know is named as unknown, and null is "nobody named an app". */
export function appName(product: Product | null): string {
  if (product === null) return say('app.none');
  return isKnownProduct(product) ? productName(product) : say('app.unknown', { key: unknownName(product) });
}

/** An app in the middle of a sentence. */
export function theApp(product: Product | null): string {
  if (product === null) return say('app.the');
  return isKnownProduct(product) ? productName(product) : say('app.the-unknown', { key: unknownName(product) });
}
