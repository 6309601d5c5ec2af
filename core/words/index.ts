export { catalogues, type Language, sayFrom } from './languages.ts';
export type { Catalogue, Known, MessageKey, Messages, MessagesOf, PlainKey, Whose } from './messages/index.ts';
export { agoIn, listIn, moneyIn } from './numbers.ts';
export { argumentsOf, type Parsed, parsed, type Say, sayIn, type ValuesOf } from './say.ts';
