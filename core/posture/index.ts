export {
  type AccessPath,
  AccessPathId,
  type Evidence,
  type LearntBy,
  type MenuRoute,
  type ValueMeaning,
} from './access-path.ts';
export { accessPaths, meaningOf } from './access-paths.ts';
export * from './coverage-gap.ts';
export { type Derived, deriveState } from './derive.ts';
export { type Drift, driftOf, type Seen } from './drift.ts';
export { PostureFacts, type RoleHolders, unknownFacts } from './facts.ts';
export * from './getting-started.ts';
export { defaultFreshness, Freshness, Observation, type ObservationSource } from './observation.ts';
export type { Attestation } from './path-evidence.ts';
export { type PathPosture, type Posture, type PostureFinding, postureOf } from './posture.ts';
export * from './provenance.ts';
export { type PathState, stateOf } from './state.ts';
