import { expect, it } from 'vitest';
import type { CheckAnswer, IntentOnPage } from '../../core/contract/messages/index.ts';
import { stoppedWords } from './stopped.ts';

const intent = { intent: 'invite', siteHost: 'acme.atlassian.net' } as unknown as IntentOnPage;
const decision = (prompt: object | null) =>
  ({ prompt, reasons: [{ code: 'rule' }] }) as unknown as CheckAnswer['decision'];
const rule = { ruleName: 'IT adds new people', owner: 'Workplace team', message: '', link: null };

it('says what was stopped, by whose rule, under which number, and whom to ask', () => {
  expect(stoppedWords(intent, { decision: decision(rule), stopId: 'K7QF-2M9D' })).toBe(
    'Inviting people on acme.atlassian.net was stopped by the rule “IT adds new people” (Workplace team). Nothing was sent. Stop K7QF-2M9D: give this number when you ask about it. Questions: Workplace team.',
  );
});

it('promises no number where there is no record, and no site or rule where there is none', () => {
  const words = stoppedWords({ ...intent, siteHost: null }, { decision: decision(null), stopId: null });
  expect(words).toBe(
    'Inviting people was stopped by your organization’s policy. Nothing was sent. No record was made of it. Questions: IT.',
  );
});
