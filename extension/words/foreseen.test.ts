import { expect, it } from 'vitest';
import type { Asked } from '../../core/contract/messages/index.ts';
import type { Decision } from '../../core/policy/index.ts';
import { blocked } from '../../tests/tools/policy-fixture.ts';
import { foreseenLines } from './foreseen.ts';

it('says what will happen when somebody goes on, and nothing where it just goes on', () => {
  const prompt = { ruleName: 'r', owner: 'Workplace', message: 'IT adds people.', link: null };
  const says = (more: Partial<Decision>, asked: Asked | null = null) =>
    foreseenLines('invite', { ...blocked, prompt, ...more }, asked)[0]?.text;
  expect(says({ outcome: 'block', mayAskIt: true })).toBe(
    'Inviting people will be stopped: you can ask Workplace then.',
  );
  expect(says({ outcome: 'block', mayAskIt: false })).toBe('Inviting people will be stopped.');
  expect(says({ outcome: 'warn' })).toBe('Inviting people: you will be asked to check this first.');
  expect(says({ outcome: 'justify' })).toBe('Inviting people: you will be asked for a reason first.');
  expect(says({ outcome: 'allow' })).toBeUndefined();
  expect(foreseenLines('invite', null, null)).toEqual([]);
  expect(says({ outcome: 'block' }, { number: 12, state: 'in-review' })).toBe(
    'You asked IT for this already. Request #12: Waiting for IT. Inviting people here stays stopped.',
  );
  expect(says({ outcome: 'block' }, { number: null, state: null })).toBe(
    'You asked IT for this already: the request is kept and sent as soon as IT’s service takes it. Inviting people here stays stopped.',
  );
});
