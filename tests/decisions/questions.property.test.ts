import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../core/question.ts';
import { ask, questions } from '../../core/questions.ts';
import { readCases } from './tables.ts';

const cases = readCases();

/** What people and programs write by mistake: of the right kind and extreme, or of another kind altogether. */
const strange = fc.oneof(
  fc.jsonValue(),
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.constantFrom<unknown>(
    '',
    '0',
    '-1',
    '1e999',
    '2026-02-30',
    '2026-13-01T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    '0000-01-01T00:00:00Z',
    'Mars/Olympus',
    '__proto__',
    Number.MAX_SAFE_INTEGER,
    -1,
    0.1,
    1e308,
    [],
    {},
    null,
    undefined,
  ),
);

type Path = readonly string[];

/** Every place in a value, the parts of parts too. */
const placesIn = (value: unknown): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [[key], ...placesIn(part).map((rest) => [key, ...rest])])
    : [];

/** `value` with something strange in one place. */
function bent(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const parts = value as Record<string, unknown>;
  const part = bent(parts[key], rest, by);
  return Array.isArray(value) ? value.map((one, at) => (String(at) === key ? part : one)) : { ...parts, [key]: part };
}

function checkAnswer(answer: Answer): void {
  if (answer.ok) return void expect(() => JSON.stringify(answer.answer)).not.toThrow();
  expect(answer.problems.length).toBeGreaterThan(0);
  for (const { message } of answer.problems) expect(message).not.toBe('');
}

it.each(Object.keys(questions))('%s answers or names what is wrong, whatever is given', (name) => {
  fc.assert(fc.property(fc.anything(), (given) => checkAnswer(ask(name, given))));
  const asked = cases.filter((one) => one.ask === name);
  expect(asked).not.toEqual([]);
  const places = asked.flatMap(({ given }) => placesIn(given).map((path) => ({ given, path })));
  if (places.length === 0) return;
  fc.assert(
    fc.property(fc.constantFrom(...places), strange, ({ given, path }, by) =>
      checkAnswer(ask(name, bent(given, path, by))),
    ),
    { numRuns: 1000 },
  );
});

it('a question that nobody knows is answered with those that there are', () => {
  expect(ask('identity.guess', {})).toEqual({
    ok: false,
    problems: [
      { path: '', message: `There is no question "identity.guess". Known: ${Object.keys(questions).join(', ')}.` },
    ],
  });
  expect(ask('toString', {})).toMatchObject({ ok: false });
});
