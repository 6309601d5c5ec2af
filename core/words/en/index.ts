import type { Catalogue } from '../messages/index.ts';
import { acts } from './acts.ts';
import { badge } from './badge.ts';
import { popup } from './popup.ts';
import { prompt } from './prompt.ts';

/** English, the language that every other is translated from. */
export const en: Catalogue = { ...acts, ...prompt, ...popup, ...badge };
