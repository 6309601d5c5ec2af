import { describe, expect, it } from 'vitest';
import { ask, steps } from './steps.ts';

describe('what cannot be answered', () => {
  it.each(['no.such', 'constructor', 'toString', ''])('is no step, and the steps are named: "%s"', (name) => {
    expect(ask(name, {})).toEqual({
      ok: false,
      problems: [{ path: '', message: `There is no step "${name}". Known: ${Object.keys(steps).join(', ')}.` }],
    });
  });

  it.each([
    ['audit.mapping', { event: { type: 'no.such' } }, 'event.type', "Expected 'request.submitted' |"],
    ['audit.mapping', { event: { type: 'request.denied', reason: 7 } }, 'event.reason', 'expected string'],
    ['policy.decide', { now: 'today' }, 'now', 'ISO datetime'],
    ['licence.effect', { people: 'emma' }, 'people', 'expected array'],
    ['requests.submit', { wish: { site: '' } }, 'wish.site', '>=1 characters'],
    ['requests.move', { do: 'withdraw', by: 'x'.repeat(300) }, 'by', 'Invalid input'],
    ['requests.submit', { wish: {}, coolDownDays: -1 }, 'coolDownDays', '>=0'],
  ])('%s of %j: the path %s and the fix', (name, given, path, message) => {
    const answer = ask(name, given);
    if (answer.ok) throw new Error(`Answered ${JSON.stringify(answer.answer)}.`);
    expect(answer.problems.find((problem) => problem.path === path)?.message).toContain(message);
  });
});
