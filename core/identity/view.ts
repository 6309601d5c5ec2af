import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { Reason } from '../reason.ts';
import type { Identity } from './classify.ts';
import { type LabelKey, labelKeyOf } from './label.ts';
import { IdentityType, SubState } from './types.ts';

/** What a badge needs and no more: members get this and nothing else about other people. */
export const IdentityView = z.object({
  accountId: AccountId,
  type: IdentityType,
  subStates: z.array(SubState),
  /** Whole sentences for the hover card. */
  reasons: z.array(z.string().min(1)).min(1),
  /** Badge text, e.g. `Managed`, `Unclaimed`, `Deactivated`. */
  label: z.string().min(1),
  /** By what each of the reasons is said in other languages, in the same order. */
  facts: z.array(Reason.omit({ text: true })).optional(),
});
export type IdentityView = z.infer<typeof IdentityView>;

const labels: Readonly<Record<LabelKey, string>> = {
  managed: 'Managed',
  external: 'External',
  'portal-only': 'Portal-only',
  app: 'App',
  unknown: 'Unknown',
  deactivated: 'Deactivated',
  suspended: 'Suspended',
  invited: 'Invited',
  unclaimed: 'Unclaimed',
  guest: 'Guest',
};

/** The one or two words of a badge. */
export const labelOf = (identity: Pick<Identity, 'type' | 'subStates'>): string => labels[labelKeyOf(identity)];

/** The identity as a page may show it. */
export const toView = (accountId: AccountId, identity: Identity): IdentityView => ({
  accountId,
  type: identity.type,
  subStates: [...identity.subStates],
  reasons: identity.reasons.map((reason) => reason.text),
  label: labelOf(identity),
  facts: identity.reasons.map(({ text: _, ...fact }) => fact),
});
