export { catalogues, type Language, sayFrom } from './languages.ts';
export {
  type Catalogue,
  type Known,
  type MessageKey,
  type Messages,
  type MessagesOf,
  type PlainKey,
  type Samples,
  type Whose,
  withoutValues,
} from './messages/index.ts';
export { agoIn, listIn, moneyIn } from './numbers.ts';
export { argumentsOf, type Parsed, parsed, type Say, sayIn, type ValuesOf } from './say.ts';
