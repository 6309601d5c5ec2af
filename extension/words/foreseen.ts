import type { Asked } from '../../core/contract/messages.ts';
import type { Decision, Intent } from '../../core/policy/index.ts';
import type { Line } from './effect.ts';
import { doing } from './intent.ts';
import { stateWord } from './request.ts';

/**
 * What will happen when somebody goes on, in short: the prompt says why. Nothing where it just goes on.
 * @param asked whether they asked IT for just this already
 */
export function foreseenLines(
  intent: Intent,
  decision: Decision | null | undefined,
  asked: Asked | null | undefined,
): Line[] {
  if (!decision || decision.outcome === 'allow') return [];
  const what = doing(intent);
  switch (decision.outcome) {
    case 'warn':
      return [{ tone: 'plain', text: `${what}: you will be asked to check this first.` }];
    case 'justify':
      return [{ tone: 'plain', text: `${what}: you will be asked for a reason first.` }];
    case 'block': {
      if (asked)
        return [
          { tone: 'plain', text: `You asked IT for this already${whereItStands(asked)} ${what} here stays stopped.` },
        ];
      const instead = decision.mayAskIt ? `: you can ask ${decision.prompt?.owner ?? 'IT'} then.` : '.';
      return [{ tone: 'warning', text: `${what} will be stopped${instead}` }];
    }
  }
}

const whereItStands = ({ number, state }: Asked): string =>
  number === null || state === null
    ? ': the request is kept and sent as soon as IT’s service takes it.'
    : `. Request #${number}: ${stateWord(state)}.`;
