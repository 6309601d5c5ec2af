import { z } from 'zod';
import { productNamed, type UnknownApp } from './product-named.ts';
import { type KnownKey, vocabulary } from './vocabulary.ts';

/**
 * Apps that Gatehouse knows, as Atlassian's application keys name them. Atlassian's UI says "app" since 2025; code keeps `product`.
 */
export const KnownProduct = z.enum(Object.keys(vocabulary) as [KnownKey, ...KnownKey[]]);
export type KnownProduct = z.infer<typeof KnownProduct>;

/** Letters of any script, digits and `._~-`. Without \p{L}: a template knows no flags, so it says which signs no name has. */
const NAME = /^[^\0-,/:-^`{-}\x7f-\xa0\u2000-\u206f\u3000\ufeff]{1,80}$/;

/**
 * An app: one of the vocabulary, or an unknown one by its name (`other:mystery-app`). What was kept as unknown before an app joined
 * the vocabulary is read as the app it names.
 */
export const Product = z
  .union(
    [KnownProduct, z.templateLiteral(['other:', z.string().regex(NAME)])],
    'Name an app by its key, or one that Gatehouse does not know as other:its-key.',
  )
  .overwrite(productNamed);
export type Product = KnownProduct | UnknownApp;
