import type { Catalogue } from '../messages/index.ts';
import { acts } from './acts.ts';
import { badge } from './badge.ts';
import { popup } from './popup.ts';
import { prompt } from './prompt.ts';

/** Spanish, in the form of address that companies use with everybody. */
export const es: Catalogue = { ...acts, ...prompt, ...popup, ...badge };
