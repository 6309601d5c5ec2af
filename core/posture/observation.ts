import { z } from 'zod';
import { CloudId } from '../ids.ts';
import { AccessPathId } from './access-path.ts';

const at = z.iso.datetime('Write a date and time such as 2026-11-21T09:00:00Z.');
const about = {
  path: AccessPathId,
  /** One of the values of the path, or `open` or `closed`. A value that nobody knows is kept and counts as unknown. */
  value: z.string().min(1, 'Write the value that was seen.').max(200),
  /** The site it was seen on; null for the whole organization. */
  site: CloudId.nullable().default(null),
  at,
};
const by = z.string().min(1, 'Say who saw or says it.').max(320);

/**
 * What somebody or something saw of one access path at one moment (section 6 of the domain). Append-only: a new look is a new
 * observation, never a change of an old one.
 */
export const Observation = z
  .discriminatedUnion('source', [
    z.object({ source: z.literal('api'), ...about }),
    /** The extension read the setting while an administrator had its page open. */
    z.object({ source: z.literal('witnessed'), ...about, by }),
    /** Somebody vouches for it until a day. */
    z.object({ source: z.literal('attested'), ...about, by, until: at }),
    z.object({ source: z.literal('directory'), ...about }),
    z.object({ source: z.literal('discovery'), ...about }),
    z.object({ source: z.literal('audit-log'), ...about }),
  ])
  .refine((seen) => seen.source !== 'attested' || Date.parse(seen.until) > Date.parse(seen.at), {
    path: ['until'],
    message: 'An attestation ends after it was given. Choose a later day.',
  });
export type Observation = z.infer<typeof Observation>;
export type ObservationSource = Observation['source'];

const days = z.number().int('Write a whole number of days.').min(1, 'Write at least one day.');

/** After how many days an observation is too old to rely on. Attestations carry their own end. */
export const Freshness = z.object({
  api: days.default(7),
  witnessed: days.default(30),
  directory: days.default(3),
  discovery: days.default(30),
  'audit-log': days.default(7),
});
export type Freshness = z.infer<typeof Freshness>;

export const defaultFreshness: Freshness = Freshness.parse({});

const dayMs = 86_400_000;

/** `future` is a date after `now`: nobody can have seen it yet. */
export type Age = 'fresh' | 'stale' | 'future';

export function ageOf(seen: Observation, now: string, freshness: Freshness): Age {
  const today = Date.parse(now);
  if (Date.parse(seen.at) > today) return 'future';
  const end =
    seen.source === 'attested' ? Date.parse(seen.until) : Date.parse(seen.at) + freshness[seen.source] * dayMs;
  return today < end ? 'fresh' : 'stale';
}
