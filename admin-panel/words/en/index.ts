import type { PanelCatalogue } from '../messages/index.ts';
import { sending } from './sending.ts';

/** English, the only language of the panel so far. */
export const en: PanelCatalogue = { ...sending };
