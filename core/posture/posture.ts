import { because, type Reason } from '../reason.ts';
import { moreUrgent, type Severity } from '../security/severity.ts';
import type { AccessPath, AccessPathId } from './access-path.ts';
import { accessPaths } from './access-paths.ts';
import { type Drift, driftOf } from './drift.ts';
import type { PostureFacts } from './facts.ts';
import { defaultFreshness, type Freshness, type Observation } from './observation.ts';
import { type PathState, stateOf } from './state.ts';

export interface PathPosture extends PathState {
  readonly number: number;
  readonly name: string;
}

export interface PostureFinding {
  readonly path: AccessPathId;
  readonly number: number;
  readonly name: string;
  readonly kind: 'open' | 'unknown';
  readonly severity: Severity;
  readonly fix: AccessPath['fix'];
  /** What Gatehouse stops meanwhile; empty when nothing. */
  readonly coveredBy: AccessPath['coveredBy'];
  readonly reasons: readonly Reason[];
}

export interface Posture {
  /** All 21, in the order of their numbers. */
  readonly paths: readonly PathPosture[];
  /** How many paths are in each state. Never a share: one open path is enough to get in. */
  readonly counts: Readonly<Record<PathState['state'], number>>;
  /** What is open or not known, the greatest risk first. */
  readonly findings: readonly PostureFinding[];
  readonly drifts: readonly Drift[];
}

/** How the organization stands on every access path (section 6 of the domain). `now` is an ISO date-time. */
export function postureOf(
  observations: readonly Observation[],
  facts: PostureFacts,
  now: string,
  freshness: Freshness = defaultFreshness,
): Posture {
  const paths = accessPaths.map(
    ({ id, number, name }): PathPosture => ({ number, name, ...stateOf(id, observations, facts, now, freshness) }),
  );
  const counts = { open: 0, unknown: 0, closed: 0, attested: 0 };
  for (const { state } of paths) counts[state] += 1;
  return {
    paths,
    counts,
    findings: findingsOf(paths),
    drifts: accessPaths.flatMap(({ id }) => driftOf(id, observations)),
  };
}

function findingsOf(paths: readonly PathPosture[]): PostureFinding[] {
  return paths
    .flatMap((posture): PostureFinding[] => {
      const path = accessPaths.find(({ id }) => id === posture.path);
      if (!path || (posture.state !== 'open' && posture.state !== 'unknown')) return [];
      return [
        {
          path: path.id,
          number: path.number,
          name: path.name,
          kind: posture.state,
          severity: severityOf(path, posture),
          fix: path.fix,
          coveredBy: path.coveredBy,
          reasons:
            path.coveredBy.length > 0
              ? posture.reasons
              : [
                  ...posture.reasons,
                  because('not-covered', 'Gatehouse cannot stop this path: only the setting closes it.'),
                ],
        },
      ];
    })
    .toSorted(
      (a, b) =>
        moreUrgent(a.severity, b.severity) ||
        Number(b.kind === 'open') - Number(a.kind === 'open') ||
        a.number - b.number,
    );
}

const lower: Record<AccessPath['risk'], Severity> = { high: 'medium', medium: 'low', low: 'info' };

/** Being able to ask, or not knowing, is one step less urgent than somebody getting in. */
const severityOf = ({ risk }: AccessPath, { state, gives }: PathState): Severity =>
  state === 'open' && gives !== 'request' ? risk : lower[risk];
