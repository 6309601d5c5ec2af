import { because, type Reason } from '../reason.ts';
import type { AccessPathId, ValueMeaning } from './access-path.ts';
import { meaningOf } from './access-paths.ts';
import { deriveState } from './derive.ts';
import type { PostureFacts } from './facts.ts';
import { type Age, ageOf, type Freshness, type Observation } from './observation.ts';

/** What one source says of one path on one site, with its date. */
export interface PathEvidence {
  readonly source: Observation['source'] | 'facts';
  readonly site: string | null;
  readonly says: 'closed' | 'open' | 'unknown' | 'attested';
  readonly gives: ValueMeaning['gives'];
  readonly at: string;
  readonly age: Age;
  readonly attestation: Attestation | null;
  readonly reasons: readonly Reason[];
}

export interface Attestation {
  readonly by: string;
  readonly on: string;
  readonly until: string;
}

const badness = { closed: 0, attested: 1, unknown: 2, open: 3 } as const;

/** The worse of two states; an attestation beside something that was seen closed adds nothing to it. */
export const isWorse = (a: PathEvidence['says'], b: PathEvidence['says']): boolean => badness[a] > badness[b];

const sourceWords: Record<Observation['source'], string> = {
  api: 'read through the API',
  witnessed: 'seen on the admin page',
  attested: 'attested',
  directory: 'taken from the directory',
  discovery: 'taken from discovery',
  'audit-log': 'taken from the audit log',
};

/** The sentence's end that says who says so and when, e.g. "(seen on the admin page by Ida, 2026-11-20)". */
function origin(seen: Observation): string {
  const who = 'by' in seen ? ` by ${seen.by}` : '';
  const until = seen.source === 'attested' ? `, until ${seen.until.slice(0, 10)}` : '';
  return `(${sourceWords[seen.source]}${who}, ${seen.at.slice(0, 10)}${until})`;
}

function toEvidence(seen: Observation, now: string, freshness: Freshness): PathEvidence {
  const meaning = meaningOf(seen.path, seen.value);
  const closed = seen.source === 'attested' ? 'attested' : 'closed';
  return {
    source: seen.source,
    site: seen.site,
    says: meaning === null ? 'unknown' : meaning.state === 'closed' ? closed : 'open',
    gives: meaning?.gives ?? null,
    at: seen.at,
    age: ageOf(seen, now, freshness),
    attestation: seen.source === 'attested' ? { by: seen.by, on: seen.at, until: seen.until } : null,
    reasons: [
      meaning === null
        ? because('value-not-recognised', `The value "${seen.value}" is not one we know ${origin(seen)}.`)
        : because(`${seen.source}:${seen.value}`, `${meaning.text} ${origin(seen)}`),
    ],
  };
}

/**
 * The newest word of each source for each site; of two at one moment the worse. Observations of the future are left out: a clock is
 * wrong somewhere, and they must not hide what is known.
 */
export function evidenceOf(
  path: AccessPathId,
  observations: readonly Observation[],
  facts: PostureFacts,
  now: string,
  freshness: Freshness,
): PathEvidence[] {
  const newest = new Map<string, PathEvidence>();
  for (const seen of observations) {
    if (seen.path !== path) continue;
    const evidence = toEvidence(seen, now, freshness);
    if (evidence.age === 'future') continue;
    // What has ended does not take the place of what still holds.
    const key = `${evidence.source} ${evidence.site ?? ''} ${evidence.age === 'fresh'}`;
    const other = newest.get(key);
    const later = other === undefined ? 1 : Date.parse(evidence.at) - Date.parse(other.at);
    if (other === undefined || later > 0 || (later === 0 && isWorse(evidence.says, other.says)))
      newest.set(key, evidence);
  }
  const fromFacts = factEvidence(path, facts, now, freshness);
  return fromFacts === null ? [...newest.values()] : [...newest.values(), fromFacts];
}

/** What the facts say, as one more source. Facts that say "not known" are no evidence. */
function factEvidence(path: AccessPathId, facts: PostureFacts, now: string, freshness: Freshness): PathEvidence | null {
  const derived = deriveState(path, facts);
  if (derived === null || derived.state === 'unknown' || facts.asOf === null) return null;
  const age = ageOf({ source: 'directory', path, value: derived.state, site: null, at: facts.asOf }, now, freshness);
  if (age === 'future') return null;
  return {
    source: 'facts',
    site: null,
    says: derived.state,
    gives: derived.state === 'open' ? 'access' : null,
    at: facts.asOf,
    age,
    attestation: null,
    reasons: derived.reasons,
  };
}
