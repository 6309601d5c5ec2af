export { catalogues, type Language, sayFrom } from './languages.ts';
export type { Catalogue, Known, MessageKey, Messages, PlainKey, Whose } from './messages/index.ts';
export { agoIn, listIn, moneyIn } from './numbers.ts';
export { type Say, sayIn, type ValuesOf, type Written } from './say.ts';
