import { z } from 'zod';
import { Role } from '../contract/roles.ts';
import { because, type Reason } from '../reason.ts';

/** Somebody who uses Gatehouse: by role, or a browser in which nobody has signed in. */
export const Audience = z.enum([...Role.options, 'stranger']);
export type Audience = z.infer<typeof Audience>;

export const Capability = z.enum([
  'see-badges',
  'see-full-facts',
  'use-own-requests',
  'work-the-queue',
  'change-settings',
  'operate',
  'read-audit',
]);
export type Capability = z.infer<typeof Capability>;

/** How far a capability goes. `if-allowed` hangs on a setting of the organization. */
export type Extent = 'full' | 'read' | 'draft' | 'own' | 'if-allowed' | 'none';

/** Who may do what in Gatehouse (section 9 of the domain). `core/contract` says the same route by route; a test compares the two. */
export const capabilities: Readonly<Record<Capability, Readonly<Record<Audience, Extent>>>> = {
  'see-badges': { admin: 'full', reviewer: 'full', auditor: 'full', member: 'full', stranger: 'if-allowed' },
  'see-full-facts': { admin: 'full', reviewer: 'full', auditor: 'full', member: 'none', stranger: 'none' },
  'use-own-requests': { admin: 'own', reviewer: 'own', auditor: 'own', member: 'own', stranger: 'none' },
  // Never one's own: `core/requests` refuses that for every role.
  'work-the-queue': { admin: 'full', reviewer: 'full', auditor: 'read', member: 'none', stranger: 'none' },
  'change-settings': { admin: 'full', reviewer: 'draft', auditor: 'read', member: 'none', stranger: 'none' },
  operate: { admin: 'full', reviewer: 'none', auditor: 'none', member: 'none', stranger: 'none' },
  'read-audit': { admin: 'full', reviewer: 'own', auditor: 'full', member: 'none', stranger: 'none' },
};

const words: Readonly<Record<Extent, string>> = {
  full: 'This is part of the role.',
  read: 'This role may look at it and change nothing.',
  draft: 'This role may prepare it; an admin has to publish it.',
  own: 'This role may do it with what is their own.',
  'if-allowed': 'The organization decides whether a browser without sign-in may see this.',
  none: 'This is not part of the role: ask an admin of Gatehouse.',
};

const order: readonly Extent[] = ['none', 'if-allowed', 'own', 'read', 'draft', 'full'];

/**
 * How far somebody with these roles may go (section 9 of the domain): the furthest of their roles counts. No role at all is a browser without
 * sign-in.
 * @param strangersSeeBadges the organization's setting
 */
export function extentOf(
  capability: Capability,
  roles: readonly Role[],
  strangersSeeBadges = false,
): { readonly extent: Extent; readonly reason: Reason } {
  const audiences: readonly Audience[] = roles.length === 0 ? ['stranger'] : roles;
  const furthest = audiences
    .map((audience) => capabilities[capability][audience])
    .reduce((best, extent) => (order.indexOf(extent) > order.indexOf(best) ? extent : best), 'none');
  const extent = furthest === 'if-allowed' && !strangersSeeBadges ? 'none' : furthest;
  return { extent, reason: because(`extent-${extent}`, words[extent]) };
}
