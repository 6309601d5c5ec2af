import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { ja } from './ja/index.ts';
import type { Catalogue, MessageKey } from './messages/index.ts';
import { parsed, type Say, sayIn } from './say.ts';

/** Every language there is, by its tag. */
export const catalogues = { en, de, fr, ja, es } as const satisfies Readonly<Record<string, Catalogue>>;
export type Language = keyof typeof catalogues;

/** Says messages as they are written here, for who has a parser: tests, and the build. */
export const sayFrom = (catalogue: Catalogue, locale: string): Say =>
  sayIn((key) => (Object.hasOwn(catalogue, key) ? parsed(catalogue[key as MessageKey]) : null), locale);
