import { expect, it } from 'vitest';
import { againWords, beyondWords } from './beyond.ts';

it('says how many acts were stopped without a prompt, and the numbers that were given to them', () => {
  expect(beyondWords(['K7QF-2M9D', 'K7QF-2M9D', null])).toBe(
    '3 more acts of this page were stopped without asking you, because many came at once. Nothing was sent. Stop K7QF-2M9D: give this number when you ask about it.',
  );
  expect(beyondWords([null])).toContain('One more act of this page was stopped');
  expect(beyondWords([null])).toContain('No record was made.');
  const many = Array.from({ length: 7 }, (_, n) => `K7QF-2M9${n}` as const);
  expect(beyondWords(many)).toContain('K7QF-2M94 and 2 more: give');
});

it('says that nothing a person did after their answer was seen, how to be asked, and the numbers of what was stopped', () => {
  expect(againWords(['K7QF-2M9D'])).toBe(
    'One more act of this page was stopped without asking you again: Gatehouse saw no click or key press of yours on it after your answer. Nothing was sent. If you did it yourself, click anywhere on this page and do it again; then you are asked. Stop K7QF-2M9D: give this number when you ask about it.',
  );
  expect(againWords([null, null])).toContain('2 more acts of this page were stopped without asking you again:');
});
