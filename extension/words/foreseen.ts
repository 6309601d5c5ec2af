import type { Decision, Intent } from '../../core/policy/index.ts';
import type { Line } from './effect.ts';
import { doing } from './intent.ts';

/** What will happen when somebody goes on, in short: the prompt says why. Nothing where it just goes on. */
export function foreseenLines(intent: Intent, decision: Decision | null | undefined): Line[] {
  if (!decision || decision.outcome === 'allow') return [];
  const what = doing(intent);
  switch (decision.outcome) {
    case 'warn':
      return [{ tone: 'plain', text: `${what}: you will be asked to check this first.` }];
    case 'justify':
      return [{ tone: 'plain', text: `${what}: you will be asked for a reason first.` }];
    case 'block': {
      const instead = decision.mayAskIt ? `: you can ask ${decision.prompt?.owner ?? 'IT'} then.` : '.';
      return [{ tone: 'warning', text: `${what} will be stopped${instead}` }];
    }
  }
}
