import type { Asked } from '../../core/contract/messages/index.ts';
import type { Decision, Intent } from '../../core/policy/index.ts';
import type { Line } from './effect.ts';
import { doing } from './intent.ts';
import { stateWord } from './request.ts';
import { ruleOf } from './rule.ts';
import { say } from './say.ts';

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
  const what = { doing: doing(intent) };
  switch (decision.outcome) {
    case 'warn':
      return [{ tone: 'plain', text: say('foreseen.warn', what) }];
    case 'justify':
      return [{ tone: 'plain', text: say('foreseen.justify', what) }];
    case 'block': {
      if (asked) return [{ tone: 'plain', text: askedWords(what, asked) }];
      const owner = ruleOf(decision)?.owner ?? say('it');
      return [
        {
          tone: 'warning',
          text: decision.mayAskIt ? say('foreseen.ask', { ...what, owner }) : say('foreseen.block', what),
        },
      ];
    }
  }
}

const askedWords = (what: { readonly doing: string }, { number, state }: Asked): string =>
  number === null || state === null
    ? say('foreseen.kept', what)
    : say('foreseen.asked', { ...what, number: String(number), state: stateWord(state) });
