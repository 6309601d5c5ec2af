import type { PanelCatalogue } from '../messages/index.ts';
import { audit } from './audit.ts';
import { people } from './people.ts';
import { queue } from './queue.ts';
import { request } from './request.ts';
import { requests } from './requests.ts';
import { seats } from './seats.ts';
import { sending } from './sending.ts';
import { shell } from './shell.ts';

/** English, the only language of the panel so far. */
export const en: PanelCatalogue = {
  ...audit,
  ...people,
  ...queue,
  ...request,
  ...requests,
  ...seats,
  ...sending,
  ...shell,
};
