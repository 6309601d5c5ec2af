import { auditQuestions } from './audit/questions.ts';
import { identityQuestions } from './identity/questions.ts';
import { licenceQuestions } from './licence/questions.ts';
import { policyQuestions } from './policy/questions.ts';
import { postureQuestions } from './posture/questions.ts';
import { type Answer, answerTo, type Question } from './question.ts';
import { requestsQuestions } from './requests/questions.ts';
import { securityQuestions } from './security/questions.ts';

/** Everything that can be asked of the domain as plain data, by name: `area.what`. */
export const questions: Readonly<Record<string, Question>> = {
  ...identityQuestions,
  ...licenceQuestions,
  ...policyQuestions,
  ...requestsQuestions,
  ...securityQuestions,
  ...postureQuestions,
  ...auditQuestions,
};

/** Asks one question by name. Never throws for what is given. */
export function ask(name: string, given: unknown): Answer {
  const asked = Object.hasOwn(questions, name) ? questions[name] : undefined;
  if (!asked) {
    const known = Object.keys(questions).join(', ');
    return { ok: false, problems: [{ path: '', message: `There is no question "${name}". Known: ${known}.` }] };
  }
  return answerTo(asked, given);
}
