import { z } from 'zod';
import { productNamed, type UnknownApp } from './product-named.ts';
import { type KnownKey, vocabulary } from './vocabulary.ts';

/**
 * Apps that Gatehouse knows, as Atlassian's application keys name them. Atlassian's UI says "app" since 2025; code keeps `product`.
 */
export const KnownProduct = z.enum(Object.keys(vocabulary) as [KnownKey, ...KnownKey[]]);
export type KnownProduct = z.infer<typeof KnownProduct>;

/**
 * An app: one of the vocabulary, or an unknown one by its name (`other:mystery-app`). What was kept as unknown before an app joined
 * the vocabulary is read as the app it names.
 */
export const Product = z
  .union(
    [KnownProduct, z.templateLiteral(['other:', z.string().regex(/^[a-z0-9._~-]{1,80}$/)])],
    'Name an app by its key, or one that Gatehouse does not know as other:its-key.',
  )
  .overwrite(productNamed);
export type Product = KnownProduct | UnknownApp;
