import type { Migration } from 'kysely/migration';
import * as initial from './0001-initial.ts';
import * as groupsKnown from './0002-groups-known.ts';
import * as stopIds from './0003-stop-ids.ts';
import * as addressesInLetters from './0004-addresses-in-letters.ts';
import * as intentWindows from './0005-intent-windows.ts';
import * as answersByAge from './0006-answers-by-age.ts';

/** Append-only: a migration that was released is never edited, a new one follows it. Names sort in order. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-groups-known': groupsKnown,
  '0003-stop-ids': stopIds,
  '0004-addresses-in-letters': addressesInLetters,
  '0005-intent-windows': intentWindows,
  '0006-answers-by-age': answersByAge,
};
