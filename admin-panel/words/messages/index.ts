import type { MessagesOf } from '../../../core/words/index.ts';
import { sending } from './sending.ts';

/** What people read in the panel: each message's key, dotted by surface, with a sample of the values it takes. */
export const samples = { ...sending } as const;

export type PanelMessages = MessagesOf<typeof samples>;
export type PanelCatalogue = Readonly<Record<keyof PanelMessages, string>>;
