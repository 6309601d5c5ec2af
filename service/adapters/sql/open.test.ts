import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from './open.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-open-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.each([
  ['the first', 'marks'],
  ['a later', 'intent_windows'],
])('what interrupts %s migration leaves nothing of it behind: the next start begins anew', async (_which, table) => {
  const spoil = (statement: string) => {
    const connection = new DatabaseSync(join(folder, 'gatehouse.sqlite'));
    connection.exec(statement);
    connection.close();
  };
  // One of its last steps fails.
  spoil(`create table ${table} (x)`);
  await expect(openDatabase(folder)).rejects.toThrow(`table ${table} already exists`);
  spoil(`drop table ${table}`);
  const database = await openDatabase(folder);
  expect(await database.read.selectFrom('requests').selectAll().execute()).toEqual([]);
  await database.close();
});
