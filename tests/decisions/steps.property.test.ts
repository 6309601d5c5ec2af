import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer, TableStep } from './step.ts';
import { ask, steps } from './steps.ts';
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

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
}

/** The places that a step's schema names, whether or not a row writes something there; of open records one key. */
function placesOf(shape: Shape, deep = 10): Path[] {
  if (deep === 0) return [];
  const below = (key: string, part: Shape): Path[] => [
    [key],
    ...placesOf(part, deep - 1).map((rest) => [key, ...rest]),
  ];
  const { properties = {}, items, additionalProperties: others } = shape;
  return [
    ...Object.entries(properties).flatMap(([key, part]) => below(key, part)),
    ...(items ? below('0', items) : []),
    ...(typeof others === 'object' ? below('somebody', others) : []),
    ...[shape.anyOf, shape.oneOf, shape.allOf].flatMap((parts) => parts ?? []).flatMap((part) => placesOf(part, deep)),
  ];
}

const shapeOf = ({ given }: TableStep): Shape =>
  z.toJSONSchema(given, { io: 'input', unrepresentable: 'any' }) as Shape;

/** `value` with something strange in one place, which is made where it is missing. */
function bent(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value) || (key === '0' && value === undefined)) {
    const list: readonly unknown[] = value ?? [];
    return list.toSpliced(Number(key), 1, bent(list[Number(key)], rest, by));
  }
  const parts = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...parts, [key]: bent(parts[key], rest, by) };
}

function checkAnswer(answer: Answer): void {
  if (answer.ok) return void expect(() => JSON.stringify(answer.answer)).not.toThrow();
  expect(answer.problems.length).toBeGreaterThan(0);
  for (const { message } of answer.problems) expect(message).not.toBe('');
}

it.each(Object.keys(steps))('%s answers or names what is wrong, whatever is given', (name) => {
  fc.assert(fc.property(fc.anything(), (given) => checkAnswer(ask(name, given))));
  const asked = cases.filter((one) => one.ask === name);
  expect(asked).not.toEqual([]);
  const known = placesOf(shapeOf(steps[name] as TableStep));
  const places = asked.flatMap(({ given }) => [...placesIn(given), ...known].map((path) => ({ given, path })));
  if (places.length === 0) return;
  fc.assert(
    fc.property(fc.constantFrom(...places), strange, ({ given, path }, by) =>
      checkAnswer(ask(name, bent(given, path, by))),
    ),
    { numRuns: 1000 },
  );
});
