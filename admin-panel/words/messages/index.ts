import type { MessagesOf } from '../../../core/words/index.ts';
import { audit } from './audit.ts';
import { people } from './people.ts';
import { queue } from './queue.ts';
import { request } from './request.ts';
import { requests } from './requests.ts';
import { seats } from './seats.ts';
import { sending } from './sending.ts';
import { shell } from './shell.ts';

/** Everything that people read in the panel: each message's key, dotted by surface, with a sample of the values it takes. */
export const samples = {
  ...audit,
  ...people,
  ...queue,
  ...request,
  ...requests,
  ...seats,
  ...sending,
  ...shell,
} as const;

export type PanelMessages = MessagesOf<typeof samples>;
export type PanelCatalogue = Readonly<Record<keyof PanelMessages, string>>;
