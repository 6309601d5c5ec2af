import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** An IndexedDB of the extension's own origin, which no content script reaches. Opened again by each use: a worker that died left nothing open. */
export function database<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>,
): () => Promise<IDBPDatabase<S>> {
  let opened: Promise<IDBPDatabase<S>> | null = null;
  const forget = (): void => {
    opened = null;
  };
  return () => {
    opened ??= openDB<S>(name, version, { upgrade, terminated: forget }).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opened;
  };
}
