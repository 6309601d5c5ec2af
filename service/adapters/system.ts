import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

export const systemIds: Ids = {
  uuid: randomUUID,
  secret: () => randomBytes(32).toString('base64url'),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};

/** md5 of an address as gravatar writes it; nothing secret hangs on it. */
export const gravatarHash = (email: string): string =>
  createHash('md5').update(email.trim().toLowerCase(), 'utf8').digest('hex');
