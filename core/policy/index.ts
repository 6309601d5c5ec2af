export { analyse, type Finding } from './analyse.ts';
export { alwaysBlocked, PolicyBundle } from './bundle.ts';
export { type CompiledPolicy, compilePolicy } from './compile.ts';
export { strengthOf } from './compile-rule.ts';
export { ActorRole, Conditions, CostLimit, KnownStanding, SeatsLeft } from './conditions.ts';
export { decide } from './decide.ts';
export { Decision, Outcome } from './decision.ts';
export { type Explanation, explain, explainDecision, type RuleExplanation } from './explain.ts';
export {
  everybodyHasAccess,
  type IntentActor,
  type IntentFacts,
  type IntentTarget,
} from './facts.ts';
export { Intent, intentPhrase, phraseOfAnother } from './intent.ts';
export { givesMembership, isAboutActor } from './intent-about.ts';
export { Layer, type Layered, type Layers, mergeLayers, PolicyLayer } from './layers.ts';
export { type Match, matchRule } from './match.ts';
export { Message, textIn } from './message.ts';
export { actorGroupsNamed, targetGroupsNamed } from './named-groups.ts';
export { plainRuleIds } from './plain-rule-ids.ts';
export { type RecordedAct, type Replay, replay } from './replay.ts';
export { type NextStep, nextStep, RollOutPlan, Step, type StepSeen } from './roll-out.ts';
export { changesWithTime, isLive, Mode, Policy, Rule } from './rule.ts';
export { readStopId, StopId, stopIdOf } from './stop-id.ts';
export {
  approvedDomainsOnly,
  itOnlyAccess,
  monitorFirst,
  noExternalPeople,
  policyOf,
  TemplateChoice,
} from './templates.ts';
export { TimeWindow, Weekday } from './time-window.ts';
export { type Validation, validatePolicy } from './validate.ts';
export { conditionsInWords } from './words.ts';
