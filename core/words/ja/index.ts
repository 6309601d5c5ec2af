import type { Catalogue } from '../messages/index.ts';
import { acts } from './acts.ts';
import { badge } from './badge.ts';
import { popup } from './popup.ts';
import { prompt } from './prompt.ts';

/** Japanese, in the polite form. */
export const ja: Catalogue = { ...acts, ...prompt, ...popup, ...badge };
