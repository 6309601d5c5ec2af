import { isKnownProduct, type Product, productName } from '../organization/index.ts';
import { counted } from '../plural.ts';

/** An app in the middle of a sentence: `Jira`, `the unknown app "loom"`. */
export const appWords = (product: Product): string =>
  isKnownProduct(product) ? productName(product) : `the ${productName(product)}`;

/** `1 Jira seat`, `2 seats of the unknown app "loom"`. */
export const countedSeats = (count: number, product: Product): string =>
  isKnownProduct(product)
    ? counted(count, `${productName(product)} seat`)
    : `${counted(count, 'seat')} of ${appWords(product)}`;

/** `Jira seats`, `seats of the unknown app "loom"`. */
export const seatsOf = (product: Product): string =>
  isKnownProduct(product) ? `${productName(product)} seats` : `seats of ${appWords(product)}`;

/** `Jira seat`, `seat of the unknown app "loom"`. */
export const seatOf = (product: Product): string =>
  isKnownProduct(product) ? `${productName(product)} seat` : `seat of ${appWords(product)}`;

/** `Jira users`, `users of the unknown app "loom"`. */
export const usersOf = (product: Product): string =>
  isKnownProduct(product) ? `${productName(product)} users` : `users of ${appWords(product)}`;
