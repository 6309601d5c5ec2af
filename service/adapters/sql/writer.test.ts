import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Writer } from './writer.ts';

const open = () => {
  const db = new DatabaseSync(':memory:');
  db.exec('create table t (v integer)');
  const values = () =>
    db
      .prepare('select v from t order by rowid')
      .all()
      .map((row) => row.v);
  const insert = (v: number) => async () => {
    db.exec(`insert into t values (${v})`);
    await Promise.resolve();
    return v;
  };
  return { db, values, insert, writer: new Writer(db) };
};

describe('Writer', () => {
  it('runs works one after the other and answers after the commit', async () => {
    const { db, values, insert, writer } = open();
    const answers = await Promise.all([1, 2, 3].map((v) => writer.run(insert(v))));
    expect(answers).toEqual([1, 2, 3]);
    expect(values()).toEqual([1, 2, 3]);
    expect(db.isTransaction).toBe(false);
  });

  it('undoes the work that throws and keeps those beside it', async () => {
    const { values, insert, writer } = open();
    const bad = writer.run(async () => {
      await insert(2)();
      throw new Error('no');
    });
    const results = await Promise.allSettled([writer.run(insert(1)), bad, writer.run(insert(3))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(values()).toEqual([1, 3]);
  });

  it('forgets no work, at whatever step it comes', async () => {
    const { values, insert, writer } = open();
    for (let steps = 0; steps < 30; steps++) {
      const first = writer.run(insert(1));
      for (let i = 0; i < steps; i++) await Promise.resolve();
      const second = writer.run(insert(2));
      const lost = new Promise<string>((resolve) => setTimeout(resolve, 500, 'lost'));
      expect(await Promise.race([Promise.all([first, second]), lost]), `after ${steps} steps`).toEqual([1, 2]);
    }
    expect(values()).toHaveLength(60);
  });

  it('tells everybody of the batch when the commit fails, with nothing changed', async () => {
    const { db, values, insert, writer } = open();
    db.exec('create table parent (id integer primary key)');
    db.exec('pragma foreign_keys = on');
    db.exec('create table child (id integer references parent (id) deferrable initially deferred)');
    const orphan = writer.run(async () => db.exec('insert into child values (7)'));
    const results = await Promise.allSettled([writer.run(insert(1)), orphan]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(values()).toEqual([]);
    await writer.run(insert(2));
    expect(values()).toEqual([2]);
  });
});
