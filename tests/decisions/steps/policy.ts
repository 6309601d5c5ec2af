import { z } from 'zod';
import { IdentityType } from '../../../core/identity/index.ts';
import { AccountId, CloudId, GroupId, OrgId } from '../../../core/ids.ts';
import type { Json } from '../../../core/json.ts';
import type { Effect } from '../../../core/licence/index.ts';
import { Product } from '../../../core/organization/index.ts';
import {
  ActorRole,
  alwaysBlocked,
  analyse,
  type Decision,
  decide,
  explain,
  Intent,
  type IntentFacts,
  Layer,
  mergeLayers,
  nextStep,
  Outcome,
  Policy,
  PolicyLayer,
  policyOf,
  RollOutPlan,
  Rule,
  replay,
  Step,
  TemplateChoice,
  validatePolicy,
} from '../../../core/policy/index.ts';
import { step, type TableStep } from '../step.ts';

const now = z.iso.datetime().default('2026-11-21T08:00:00Z');

/** Without the properties that were not said. */
const dropped = <T extends object>(said: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as never;

/** A rule in a table: only what matters is written. */
const rule = Rule.partial({
  name: true,
  owner: true,
  enabled: true,
  when: true,
  mayAskIt: true,
  message: true,
}).transform(
  (said): Rule => ({
    owner: 'IT',
    enabled: true,
    when: {},
    mayAskIt: true,
    message: 'Ask IT.',
    ...dropped(said),
    name: said.name ?? said.id,
  }),
);

const layer = PolicyLayer.extend({ rules: z.array(rule).default([]) });

const policy = z
  .strictObject({
    version: z.number().int().positive().default(1),
    rules: z.array(rule).default([]),
    defaultOutcome: Outcome.default('allow'),
    onUnknown: Policy.shape.onUnknown.default('block'),
    breakGlass: z.array(AccountId).default([]),
    /** Starts with the rules and settings of a template instead. */
    template: TemplateChoice.optional(),
  })
  .transform(({ template, ...own }): Policy => {
    if (template === undefined) return own;
    const shipped = policyOf(template, own.version);
    return { ...shipped, rules: [...shipped.rules, ...own.rules], breakGlass: own.breakGlass };
  })
  .prefault({});

const target = z.strictObject({
  email: z.string().nullable().default(null),
  accountId: AccountId.nullable().default(null),
  identityType: IdentityType.default('unknown'),
  standing: z.enum(['has-seat', 'without-seat', 'new', 'unknown']).default('unknown'),
  groups: z.array(GroupId).nullable().default(null),
});

/** What an act does to seats and money; rules read no more of it. */
const effect = z
  .strictObject({
    used: z.number().int().nonnegative().nullable().default(null),
    total: z.number().int().nonnegative().nullable().default(null),
    unlimited: z.boolean().default(false),
    cost: z
      .strictObject({ amount: z.string(), currency: z.string(), period: z.enum(['month', 'year']) })
      .nullable()
      .default(null),
  })
  .transform(
    ({ used, total, unlimited, cost }): Effect => ({
      product: 'jira-software',
      cloudId: CloudId.parse('c1'),
      siteHost: 'acme.atlassian.net',
      targets: [],
      seats: { used: null, total, unlimited },
      seatsTaken: null,
      seatsAfter: { used, total, unlimited },
      cost:
        cost === null ? { known: false, why: 'Not said.' } : { known: true, ...cost, source: 'table', verified: false },
      payer: 'Acme',
      reasons: [],
      confidence: used === null || total === null ? 'unknown' : 'exact',
      lines: [],
    }),
  );

/** An act in a table: everything that is not written is not known, but an app and a site are at hand. */
const facts = z
  .strictObject({
    intent: Intent.default('invite'),
    actor: z
      .strictObject({
        accountId: AccountId.nullable().default(null),
        identityType: IdentityType.default('managed'),
        roles: z.array(ActorRole).nullable().default(null),
        openRoles: z.array(ActorRole).default([]),
        groups: z.array(GroupId).nullable().default(null),
      })
      .prefault({}),
    targets: z.array(target).default([]),
    product: Product.nullable().default('jira-software'),
    cloudId: CloudId.nullable().default(CloudId.parse('c1')),
    container: z.string().nullable().default(null),
    verifiedDomains: z.array(z.string()).nullable().default(['acme.example']),
    effect: effect.nullable().default(null),
    language: z.string().nullable().default(null),
  })
  .transform((said): IntentFacts => said);

const summary = ({ outcome, ruleIds, observedRuleIds, reasons, mayAskIt, prompt }: Decision): Json => ({
  outcome,
  rules: ruleIds,
  observed: observedRuleIds,
  reasons: reasons.map(({ code }) => code),
  mayAskIt,
  message: prompt?.message ?? null,
  owner: prompt?.owner ?? null,
});

export const policySteps: Readonly<Record<string, TableStep>> = {
  /** What comes of an act. */
  'policy.decide': step(z.strictObject({ policy, facts: facts.prefault({}), now }), (given) =>
    summary(decide(given.facts, given.policy, given.now)),
  ),

  /** Which intents are closed at network level for everybody who is not named for emergencies. */
  'policy.alwaysBlocked': step(z.strictObject({ policy, actor: AccountId.nullable().default(null), now }), (given) => ({
    intents: alwaysBlocked(
      {
        organization: { orgId: OrgId.parse('acme'), name: 'Acme', domains: [], sites: [] },
        actor: { accountId: given.actor, identityType: 'managed' },
        policy: given.policy,
      },
      given.now,
    ),
  })),

  /** What is wrong with a policy as it came from outside. */
  'policy.validate': step(z.strictObject({ policy: z.unknown(), now }), (given) => {
    const checked = validatePolicy(given.policy, given.now);
    const paths = (problems: readonly { readonly path: string }[]) => problems.map(({ path }) => path);
    return checked.ok
      ? { ok: true, problems: [], warnings: paths(checked.warnings) }
      : { ok: false, problems: paths(checked.problems), messages: checked.problems.map(({ message }) => message) };
  }),

  /** What in a policy does not do what its author may think. */
  'policy.analyse': step(z.strictObject({ policy, now }), (given) => ({
    findings: analyse(given.policy, given.now).map((finding) => ({
      kind: finding.kind,
      rule: finding.ruleId,
      by: 'by' in finding ? finding.by : null,
    })),
  })),

  /** One policy out of the layers of an installation. */
  'policy.layers': step(z.strictObject({ layers: z.partialRecord(Layer, layer) }), (given) => {
    const { policy: merged, ruleLayers, settingLayers, replaced } = mergeLayers(given.layers);
    return {
      rules: merged.rules.map(({ id, mode }) => ({ id, mode, from: ruleLayers.get(id) ?? null })),
      defaultOutcome: merged.defaultOutcome,
      onUnknown: merged.onUnknown,
      breakGlass: merged.breakGlass,
      settings: settingLayers,
      replaced: replaced.map(({ ruleId, layer, by }) => ({ rule: ruleId, layer, by })),
    };
  }),

  /** Why an act is decided as it is. */
  'policy.explain': step(z.strictObject({ policy, facts: facts.prefault({}), now }), (given) => {
    const { sentences, rules } = explain(given.facts, given.policy, given.now);
    return {
      sentences,
      rules: rules.map(({ ruleId, match, conditions }) => ({
        rule: ruleId,
        match,
        conditions: conditions.map(({ text, match: holds }) => `${text}: ${holds}`),
      })),
    };
  }),

  /** What a draft would have done with recorded acts. */
  'policy.replay': step(
    z.strictObject({
      draft: policy,
      current: policy,
      recorded: z.array(
        z.strictObject({ id: z.string(), at: now, facts, approvedLater: z.boolean().nullable().default(null) }),
      ),
    }),
    (given) => {
      const { wouldBlock, wouldBlockApproved, wouldRelease, undecided, changes, text } = replay(
        given.draft,
        given.current,
        given.recorded,
      );
      return {
        wouldBlock,
        wouldBlockApproved,
        wouldRelease,
        undecided,
        text,
        changes: changes.map(({ id, from, to }) => ({ id, from, to })),
      };
    },
  ),

  /** Where a rule goes next on its way into force. */
  'policy.rollOut': step(
    z.strictObject({
      step: Step,
      plan: RollOutPlan.prefault({}),
      days: z.number().nonnegative(),
      acts: z.number().int().nonnegative().nullable(),
      overridden: z.number().int().nonnegative().nullable(),
    }),
    ({ step, plan, days, acts, overridden }) => {
      const next = nextStep(step, { days, acts, overridden }, plan);
      return {
        move: next.move,
        step: next.step,
        overrideRate: next.overrideRate,
        reasons: next.reasons.map(({ code }) => code),
      };
    },
  ),
};
