import { z } from 'zod';
import { AccountId } from '../ids.ts';
import type { Identity } from './classify.ts';
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
});
export type IdentityView = z.infer<typeof IdentityView>;

const typeLabels: Record<IdentityType, string> = {
  managed: 'Managed',
  external: 'External',
  'portal-only': 'Portal-only',
  app: 'App',
  unknown: 'Unknown',
};

/** States that say more than the type does replace it on the badge; the type stays in the reasons. */
const labelByState: readonly (readonly [SubState, string])[] = [
  ['deactivated', 'Deactivated'],
  ['suspended', 'Suspended'],
  ['invited', 'Invited'],
  ['unclaimed', 'Unclaimed'],
  ['confluence-guest', 'Guest'],
  ['jira-guest', 'Guest'],
];

/** The one or two words of a badge: a sub-state that matters more, else the type. */
export function labelOf(identity: Pick<Identity, 'type' | 'subStates'>): string {
  if (identity.type === 'unknown') return typeLabels.unknown;
  const state = labelByState.find(([name]) => identity.subStates.includes(name));
  return state ? state[1] : typeLabels[identity.type];
}

/** The identity as a page may show it. */
export const toView = (accountId: AccountId, identity: Identity): IdentityView => ({
  accountId,
  type: identity.type,
  subStates: [...identity.subStates],
  reasons: identity.reasons.map((reason) => reason.text),
  label: labelOf(identity),
});
