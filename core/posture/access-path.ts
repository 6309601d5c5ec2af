import { z } from 'zod';
import type { Intent } from '../policy/intent.ts';

/** Every way somebody gets in (section 6 of the domain), in the order of its list. */
export const AccessPathId = z.enum([
  'approved-domains',
  'any-domain',
  'domain-enabled-jira',
  'user-invites',
  'invitation-links',
  'access-requests',
  'in-product-prompts',
  'admin-roles',
  'default-groups',
  'synced-groups',
  'jsm-customer-access',
  'approved-domain-jsm-invite',
  'knowledge-base-link',
  'anonymous-public',
  'new-apps-and-trials',
  'new-users-have-access',
  'other-organizations',
  'accounts-on-our-domain',
  'api',
  'marketplace-apps',
  'free-plan-edge',
]);
export type AccessPathId = z.infer<typeof AccessPathId>;

/** How the state of a path is learnt. */
export type LearntBy =
  | 'api'
  | 'witnessed'
  | 'attested'
  | 'derived'
  | 'directory'
  | 'discovery'
  | 'audit-log'
  | 'seat-count';

/** What a value of the setting means. `request` lets people ask for themselves, `access` lets them in. */
export interface ValueMeaning {
  readonly value: string;
  readonly state: 'closed' | 'open';
  readonly gives: 'access' | 'request' | null;
  /** Whole sentence. */
  readonly text: string;
}

/** Menu words of Atlassian Administration, from left to right. Words that no source confirms are `verified: false`. */
export interface MenuRoute {
  readonly steps: readonly string[];
  readonly verified: boolean;
}

/**
 * How well the facts about the path are known: A seen in Atlassian's own pages, B Atlassian's documentation or packages, C several
 * independent scripts, D one of them, I inferred, GAP nobody has seen it.
 */
export interface Evidence {
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'I' | 'GAP';
  readonly source: string;
  readonly verified: boolean;
}

export interface AccessPath {
  readonly id: AccessPathId;
  /** Its number in the list, from 1 to 21. */
  readonly number: number;
  readonly name: string;
  /** What lets people in. */
  readonly setting: string;
  /** `open` and `closed` are understood for every path besides these. */
  readonly values: readonly ValueMeaning[];
  readonly learntBy: readonly LearntBy[];
  readonly evidence: Evidence;
  readonly risk: 'high' | 'medium' | 'low';
  readonly fix: {
    /** What to do, in one or two sentences. */
    readonly what: string;
    /** Sites manage their own users; the menu says Products. */
    readonly original: MenuRoute;
    /** One directory for the organization; the menu says Apps. */
    readonly centralized: MenuRoute;
  };
  /** What Gatehouse stops meanwhile in browsers that have it; empty when nothing. */
  readonly coveredBy: readonly ('page' | 'network')[];
  /** What people do in a page when they use this path. */
  readonly intents: readonly Intent[];
  /** True for the one path that access should take. */
  readonly wanted: boolean;
}

export const opens = (value: string, text: string): ValueMeaning => ({ value, state: 'open', gives: 'access', text });
export const letsAsk = (value: string, text: string): ValueMeaning => ({
  value,
  state: 'open',
  gives: 'request',
  text,
});
export const closes = (value: string, text: string): ValueMeaning => ({ value, state: 'closed', gives: null, text });

export const menu = (...steps: string[]): MenuRoute => ({ steps, verified: true });
export const unverifiedMenu = (...steps: string[]): MenuRoute => ({ steps, verified: false });
