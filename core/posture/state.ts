import { because, type Reason } from '../reason.ts';
import type { AccessPathId, ValueMeaning } from './access-path.ts';
import { deriveState } from './derive.ts';
import type { PostureFacts } from './facts.ts';
import { defaultFreshness, type Freshness, type Observation } from './observation.ts';
import { type Attestation, evidenceOf, isWorse, type PathEvidence } from './path-evidence.ts';

export interface PathState {
  readonly path: AccessPathId;
  readonly state: 'closed' | 'open' | 'unknown' | 'attested';
  /** Who vouches, when `attested`. */
  readonly attestation: Attestation | null;
  /** When `open`: whether people get in, or may ask for themselves. */
  readonly gives: ValueMeaning['gives'];
  readonly reasons: readonly Reason[];
}

type Verdict = Omit<PathState, 'path'>;

/**
 * The state of one access path (section 6 of the domain). `now` is an ISO date-time. Unknown is never closed: old observations,
 * ended attestations, values nobody knows, and sites that nobody looked at all give `unknown`. When sources disagree the worse one
 * counts, and the reasons say so. Total over whatever observations there are.
 */
export function stateOf(
  path: AccessPathId,
  observations: readonly Observation[],
  facts: PostureFacts,
  now: string,
  freshness: Freshness = defaultFreshness,
): PathState {
  const evidence = evidenceOf(path, observations, facts, now, freshness);
  if (evidence.length === 0) return { path, ...nothingKnown(path, facts) };
  const verdicts = placesOf(evidence, facts).map((site) =>
    verdictOf(
      site,
      evidence.filter((one) => one.site === null || one.site === site),
    ),
  );
  return { path, ...worstVerdict(verdicts) };
}

/**
 * Every site that is known or was looked at. `null` stands for the sites of which nobody told us: as long as the list of sites is
 * not known, closed on one site says nothing about the others.
 */
function placesOf(evidence: readonly PathEvidence[], { sites }: PostureFacts): (string | null)[] {
  const seen = evidence.flatMap(({ site }) => (site === null ? [] : [site]));
  const others: readonly (string | null)[] = sites === null || sites.length === 0 ? [null] : sites;
  return [...new Set([...seen, ...others])];
}

function nothingKnown(path: AccessPathId, facts: PostureFacts): Verdict {
  const derived = deriveState(path, facts);
  if (derived?.state === 'unknown') return unknown(derived.reasons);
  if (derived !== null)
    return unknown([
      because('facts-not-dated', 'The facts about this path carry no usable date, so they do not count.'),
    ]);
  return unknown([because('never-observed', 'Nobody has looked at this setting yet.')]);
}

const unknown = (reasons: readonly Reason[]): Verdict => ({
  state: 'unknown',
  attestation: null,
  gives: null,
  reasons,
});

/** The state on one site from everything that is said about it. */
function verdictOf(site: string | null, evidence: readonly PathEvidence[]): Verdict {
  if (evidence.length === 0)
    return unknown([
      because(
        'not-seen-everywhere',
        site === null ? 'Only single sites were looked at, not all of them.' : `Nobody has looked at the site ${site}.`,
      ),
    ]);
  const fresh = evidence.filter(({ age }) => age === 'fresh');
  const outdated = evidence.filter(({ age }) => age !== 'fresh').map(tooOld);
  const newest = Math.max(...fresh.map(({ at }) => Date.parse(at)));
  // Later bad news that has become old is not good news: what is fresh was said before it.
  const overtaking = outdated.filter(({ bad, at }) => bad && at > newest).map(({ reason }) => reason);
  if (fresh.length === 0) return unknown(outdated.map(({ reason }) => reason));

  const worst = fresh.reduce((a, b) => (isWorse(b.says, a.says) ? b : a));
  // Somebody vouching beside a source that saw it closed makes it no weaker.
  const decisive = worst.says === 'attested' ? (fresh.find(({ says }) => says === 'closed') ?? worst) : worst;
  const disagree = fresh.some(({ says }) => isWorse('unknown', says)) && isWorse(decisive.says, 'attested');
  const state = overtaking.length > 0 && decisive.says !== 'open' ? 'unknown' : decisive.says;
  return {
    state,
    attestation: state === 'attested' ? decisive.attestation : null,
    gives: state === 'open' ? decisive.gives : null,
    reasons: [
      ...(state === decisive.says ? [] : overtaking),
      ...decisive.reasons,
      ...(disagree
        ? [
            because('sources-disagree', 'Another source says that it is closed. The worse one counts.'),
            ...fresh.filter(({ says }) => isWorse('unknown', says)).flatMap(({ reasons }) => reasons),
          ]
        : []),
    ],
  };
}

interface Outdated {
  readonly bad: boolean;
  readonly at: number;
  readonly reason: Reason;
}

function tooOld({ source, says, at, attestation }: PathEvidence): Outdated {
  const day = at.slice(0, 10);
  return {
    bad: says === 'open' || says === 'unknown',
    at: Date.parse(at),
    reason:
      attestation === null
        ? because('too-old', `What was seen on ${day} (${source}) is too old to rely on. Look again.`)
        : because(
            'attestation-ended',
            `The attestation of ${attestation.by} ended on ${attestation.until.slice(0, 10)}. Ask for it again.`,
          ),
  };
}

const order = { open: 3, unknown: 2, attested: 1, closed: 0 } as const;

/** The worst place decides. The reasons of all places that are as bad are kept, once each. */
function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  const worst = verdicts.reduce((a, b) => (order[b.state] > order[a.state] ? b : a));
  const alike = verdicts.filter(({ state }) => state === worst.state);
  const letsIn = alike.find(({ gives }) => gives === 'access');
  const reasons = new Map(alike.flatMap((one) => one.reasons.map((reason) => [reason.text, reason])));
  return {
    state: worst.state,
    // Several may vouch for several sites; what ends first counts.
    attestation: alike.reduce<Attestation | null>((first, { attestation }) => sooner(first, attestation), null),
    gives: (letsIn ?? worst).gives,
    reasons: [...reasons.values()],
  };
}

const sooner = (a: Attestation | null, b: Attestation | null): Attestation | null =>
  a === null || (b !== null && Date.parse(b.until) < Date.parse(a.until)) ? b : a;
