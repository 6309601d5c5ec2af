import { type Answer, answerTo, type TableStep } from './step.ts';
import { auditSteps } from './steps/audit.ts';
import { identitySteps } from './steps/identity.ts';
import { licenceSteps } from './steps/licence.ts';
import { policySteps } from './steps/policy.ts';
import { postureSteps } from './steps/posture.ts';
import { requestsSteps } from './steps/requests.ts';
import { securitySteps } from './steps/security.ts';

/** Everything that a table can ask of the core, by name: `area.what`. */
export const steps: Readonly<Record<string, TableStep>> = {
  ...identitySteps,
  ...licenceSteps,
  ...policySteps,
  ...requestsSteps,
  ...securitySteps,
  ...postureSteps,
  ...auditSteps,
};

/** Takes one step by name. Never throws for what is given. */
export function ask(name: string, given: unknown): Answer {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) {
    const known = Object.keys(steps).join(', ');
    return { ok: false, problems: [{ path: '', message: `There is no step "${name}". Known: ${known}.` }] };
  }
  return answerTo(step, given);
}
