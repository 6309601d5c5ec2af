import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Case = z.strictObject({
  name: z.string().min(1),
  /** The section of the specification that the row proves. */
  section: z.string().min(1),
  given: z.record(z.string(), z.json()),
  /** Written as `then`: what the answer contains; lists are whole. */
  expected: z.unknown(),
  because: z.string().min(1),
});

const Table = z.strictObject({
  table: z.string().min(1),
  /** What happens, in words. */
  when: z.string().min(1),
  /** The step of `steps.ts` that is taken. */
  ask: z.string().min(1),
  /** Given to every case of the table that does not say otherwise; only the first level is merged. */
  given: z.record(z.string(), z.json()).default({}),
  cases: z.array(Case).min(1),
});

export type DecisionTable = z.infer<typeof Table> & { readonly file: string };

export interface DecisionCase extends z.infer<typeof Case> {
  readonly file: string;
  readonly table: string;
  readonly ask: string;
}

/** A property called `then` would make a row look like a promise. */
const thenToExpected = (_key: unknown, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'then' in value && 'because' in value
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name === 'then' ? 'expected' : name, part]))
    : value;

const folder = import.meta.dirname;

/** Every table, in the order of files and as they are written. Throws when a file is not a list of tables. */
export function readTables(): DecisionTable[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && file !== 'sections.yaml')
    .sort()
    .flatMap((file) =>
      z
        .array(Table)
        .parse(parse(readFileSync(join(folder, file), 'utf8'), thenToExpected))
        .map((table) => ({ ...table, file })),
    );
}

/** Every row of every table, with all it is given. */
export const readCases = (): DecisionCase[] =>
  readTables().flatMap(({ file, table, ask, given, cases }) =>
    cases.map((one) => ({ ...one, given: { ...given, ...one.given }, file, table, ask })),
  );

export const readSections = (): string[] =>
  z.array(z.string()).parse(parse(readFileSync(join(folder, 'sections.yaml'), 'utf8')));
