import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/index.ts';
import { kyselyDatabase } from './node-sqlite.ts';
import type { Schema } from './schema.ts';

/** The folder for the data cannot be used. The message says which and what to do. */
export class UnusableDataFolder extends Error {
  override readonly name = 'UnusableDataFolder';
}

/** Two connections to one file: readers see committed rows only, whatever the writer is in the middle of. */
export interface Database {
  readonly read: Kysely<Schema>;
  readonly write: Kysely<Schema>;
  /** The connection under `write`, for transaction control and for walks over whole tables. */
  readonly writeConnection: DatabaseSync;
  readonly readConnection: DatabaseSync;
  close(): Promise<void>;
}

const FILE = 'gatehouse.sqlite';

/**
 * Opens (and makes) the database in `folder` and brings it to the newest schema. `synchronous=FULL` with WAL: what was
 * answered survives a power cut.
 * @throws UnusableDataFolder
 */
export async function openDatabase(folder: string): Promise<Database> {
  const file = usableFile(folder);
  const writeConnection = connect(file, folder, 'pragma journal_mode = wal; pragma synchronous = full;');
  const write = new Kysely<Schema>({ dialect: new SqliteDialect({ database: kyselyDatabase(writeConnection) }) });
  await migrate(write, writeConnection);
  const readConnection = connect(file, folder, 'pragma query_only = on');
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: kyselyDatabase(readConnection) }) });
  const close = async () => {
    for (const connection of [readConnection, writeConnection]) if (connection.isOpen) connection.close();
  };
  return { read, write, readConnection, writeConnection, close };
}

function usableFile(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unusable(folder, cause);
  }
  return join(folder, FILE);
}

/** `recursive: true` never returns where the system says "no such file" about a folder that exists, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function connect(file: string, folder: string, pragma: string): DatabaseSync {
  try {
    const connection = new DatabaseSync(file, { timeout: 5000 });
    // Opening reads nothing yet: this finds a file that is no database, and a folder that cannot be written.
    connection.exec(pragma);
    return connection;
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

const unusable = (folder: string, cause: unknown): UnusableDataFolder =>
  new UnusableDataFolder(
    `The data folder ${folder} cannot be used (${cause instanceof Error ? cause.message : String(cause)}). ` +
      'Make it readable and writable for this user, or set GATEHOUSE_DATA_DIR to another folder.',
    { cause },
  );

/** All or nothing: a start that was interrupted leaves the schema as it was. Kysely itself has no transaction around SQLite's. */
async function migrate(db: Kysely<Schema>, connection: DatabaseSync): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  connection.exec('begin immediate');
  try {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    connection.exec('commit');
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback');
    throw error;
  }
}
