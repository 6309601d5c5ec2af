import { intentOfDialog } from '../../intents/of-dialog.ts';
import { peopleOfDialog } from '../../intents/people-of-dialog.ts';
import type { ShareDialog } from '../../sites/share-dialog.ts';
import { foreseenLines } from '../../words/foreseen.ts';
import { makeNote } from './note.ts';

/** What a page needs once a dialog opens, and not before. */
export const noteKit = {
  makeNote,
  intentOfDialog,
  foreseenLines,
  isEmpty: (dialog: ShareDialog): boolean => peopleOfDialog(dialog).length === 0,
};
export type NoteKit = typeof noteKit;
