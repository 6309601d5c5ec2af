import type { Reason } from '../reason.ts';
import type { Answer } from './rules.ts';

/** One answer with what it rests on. `verified` false when a rule behind it is not. */
export interface Finding {
  readonly answer: Answer;
  readonly reasons: readonly Reason[];
  readonly verified: boolean;
}

/** Those that give this answer, as one. */
function pick(findings: readonly Finding[], answer: Answer): Finding | null {
  const agreeing = findings.filter((finding) => finding.answer === answer);
  const [first, ...others] = agreeing;
  if (!first || others.length === 0) return first ?? null;
  // The same fact may speak in several findings; people read it once.
  const reasons = new Map(agreeing.flatMap((finding) => finding.reasons).map((reason) => [reason.text, reason]));
  return { answer, reasons: [...reasons.values()], verified: agreeing.every(({ verified }) => verified) };
}

/** Of several that each suffice, the one with the best proof; the first among equals. */
const sufficing = (findings: readonly Finding[], answer: Answer): Finding | null => {
  const enough = findings.filter((finding) => finding.answer === answer);
  return enough.find(({ verified }) => verified) ?? enough[0] ?? null;
};

/** Yes when all say yes; one no decides; else unknown. Reasons are those that decided. */
export const all = (findings: readonly Finding[]): Finding =>
  sufficing(findings, 'no') ?? pick(findings, 'unknown') ?? pick(findings, 'yes') ?? nothing('yes');

/** Yes when one says yes; unknown when one may; else no. */
export const any = (findings: readonly Finding[]): Finding =>
  sufficing(findings, 'yes') ?? pick(findings, 'unknown') ?? pick(findings, 'no') ?? nothing('no');

const nothing = (answer: Answer): Finding => ({ answer, reasons: [], verified: true });
