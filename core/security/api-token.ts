import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { because, type Reason } from '../reason.ts';
import { moreUrgent, type Severity, worstOf } from './severity.ts';

/** One API token of a person. `null` is not known; `never` and `none` are known. Source: API access REST API, 2026-09. */
export const ApiToken = z.object({
  id: z.string().min(1),
  label: z.string(),
  accountId: AccountId,
  owner: z.enum(['active', 'deactivated', 'left']).nullable(),
  /** Whether the token works now: policies and the API access page may block it. */
  status: z.enum(['allowed', 'blocked']).nullable(),
  createdAt: z.iso.datetime().nullable(),
  lastUsedAt: z.union([z.iso.datetime(), z.literal('never')]).nullable(),
  expiresAt: z.union([z.iso.datetime(), z.literal('none')]).nullable(),
  /** What the policy of the owner asks for when the owner signs in by hand. */
  ownerMustUse: z.object({ singleSignOn: z.boolean().nullable(), twoStep: z.boolean().nullable() }),
  /** Since when the owner may not create tokens; `allowed` when the owner may. */
  creationBlockedSince: z.union([z.iso.datetime(), z.literal('allowed')]).nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

const days = z.number().int('Write a whole number of days.').min(1, 'Write at least one day.');
export const TokenLimits = z.object({ oldAfterDays: days.default(365), unusedAfterDays: days.default(90) });
export type TokenLimits = z.infer<typeof TokenLimits>;

export interface TokenFinding {
  readonly severity: Severity;
  readonly reason: Reason;
}

export interface TokenReport {
  readonly tokenId: string;
  /** `unknown` when nothing was found but facts are missing; only `fine` is green. */
  readonly state: 'findings' | 'fine' | 'unknown' | 'spent';
  readonly severity: Severity;
  readonly findings: readonly TokenFinding[];
  /** Names of the facts that are missing. */
  readonly notKnown: readonly string[];
  readonly action: 'revoke' | 'ask-owner' | 'replace' | 'find-out' | 'none';
  readonly todo: string;
}

const dayMs = 86_400_000;
const finding = (severity: Severity, code: string, text: string): TokenFinding => ({
  severity,
  reason: because(code, text),
});

/**
 * What is wrong with one token and what to do (section 5 of the domain: tokens get past single sign-on and two-step
 * verification). `now` is an ISO date-time.
 */
export function tokenReport(token: ApiToken, limits: TokenLimits, now: string): TokenReport {
  const spent = isSpent(token, now);
  const findings = spent ? [] : [...ownerFindings(token), ...ageFindings(token, limits, now), ...bypasses(token)];
  const notKnown = spent ? [] : missing(token);
  const action = actionFor(
    findings.map(({ reason }) => reason.code),
    notKnown,
  );
  return {
    tokenId: token.id,
    state: spent ? 'spent' : findings.length > 0 ? 'findings' : notKnown.length > 0 ? 'unknown' : 'fine',
    severity: worstOf(findings.map(({ severity }) => severity)),
    findings,
    notKnown,
    action,
    todo: todos[action],
  };
}

/** A token that has expired or is blocked opens nothing. */
const isSpent = ({ status, expiresAt }: ApiToken, now: string): boolean =>
  status === 'blocked' || (expiresAt !== null && expiresAt !== 'none' && Date.parse(expiresAt) <= Date.parse(now));

function ownerFindings({ owner, creationBlockedSince, createdAt }: ApiToken): TokenFinding[] {
  const findings: TokenFinding[] = [];
  if (owner === 'left') findings.push(finding('high', 'owner-left', 'Its owner has left the organization.'));
  if (owner === 'deactivated') findings.push(finding('high', 'owner-deactivated', 'Its owner is deactivated.'));
  if (
    creationBlockedSince !== null &&
    creationBlockedSince !== 'allowed' &&
    createdAt !== null &&
    Date.parse(createdAt) >= Date.parse(creationBlockedSince)
  )
    findings.push(
      finding('high', 'created-although-blocked', 'It was created while the policy blocked creating tokens.'),
    );
  return findings;
}

function ageFindings(token: ApiToken, limits: TokenLimits, now: string): TokenFinding[] {
  const age = (since: string): number => Math.floor((Date.parse(now) - Date.parse(since)) / dayMs);
  const findings: TokenFinding[] = [];
  if (token.expiresAt === 'none') findings.push(finding('medium', 'no-expiry', 'It never expires.'));
  if (token.createdAt !== null && age(token.createdAt) > limits.oldAfterDays)
    findings.push(finding('medium', 'old', `It is ${age(token.createdAt)} days old.`));
  if (token.lastUsedAt === 'never') {
    // A token made this week may simply not be in use yet.
    if (token.createdAt !== null && age(token.createdAt) > limits.unusedAfterDays)
      findings.push(finding('medium', 'never-used', `It was never used in ${age(token.createdAt)} days.`));
  } else if (token.lastUsedAt !== null && age(token.lastUsedAt) > limits.unusedAfterDays)
    findings.push(finding('medium', 'unused', `It was last used ${age(token.lastUsedAt)} days ago.`));
  return findings;
}

function bypasses({ ownerMustUse: { singleSignOn, twoStep } }: ApiToken): TokenFinding[] {
  const findings: TokenFinding[] = [];
  if (singleSignOn === true)
    findings.push(finding('low', 'bypasses-sso', 'It gets past the single sign-on that its owner must use.'));
  if (twoStep === true)
    findings.push(
      finding('low', 'bypasses-two-step', 'It gets past the two-step verification that its owner must use.'),
    );
  return findings;
}

function missing(token: ApiToken): string[] {
  const facts: readonly (readonly [string, unknown])[] = [
    ['owner', token.owner],
    ['status', token.status],
    ['created', token.createdAt],
    ['last-used', token.lastUsedAt],
    ['expiry', token.expiresAt],
    ['single-sign-on', token.ownerMustUse.singleSignOn],
    ['two-step', token.ownerMustUse.twoStep],
    ['creation-blocked', token.creationBlockedSince],
  ];
  return facts.filter(([, value]) => value === null).map(([name]) => name);
}

const revokeFor: ReadonlySet<string> = new Set([
  'owner-left',
  'owner-deactivated',
  'created-although-blocked',
  'never-used',
  'unused',
]);

function actionFor(codes: readonly string[], notKnown: readonly string[]): TokenReport['action'] {
  if (codes.some((code) => revokeFor.has(code))) return 'revoke';
  if (codes.includes('old') || codes.includes('no-expiry')) return 'replace';
  if (codes.length > 0) return 'ask-owner';
  return notKnown.length > 0 ? 'find-out' : 'none';
}

const todos: Record<TokenReport['action'], string> = {
  revoke: 'Revoke the token. Whoever still needs it can create a new one.',
  replace: 'Ask the owner to create a token with an expiry date, then revoke this one.',
  'ask-owner': 'Ask the owner what the token is for and whether it is still needed.',
  'find-out': 'Find out what is missing before you rely on this token being harmless.',
  none: 'Nothing to do.',
};

/** The order of a list: the most urgent first, then those with more findings, then missing facts, then by id. */
export const sortedTokens = (reports: readonly TokenReport[]): TokenReport[] =>
  [...reports].sort(
    (a, b) =>
      moreUrgent(a.severity, b.severity) ||
      b.findings.length - a.findings.length ||
      b.notKnown.length - a.notKnown.length ||
      (a.tokenId < b.tokenId ? -1 : a.tokenId > b.tokenId ? 1 : 0),
  );
