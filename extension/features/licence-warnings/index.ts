import type { IntentOnPage, Preview } from '../../../core/contract/messages/index.ts';
import type { Feature } from '../../content/content.ts';
import type { PageContext } from '../../sites/page-context.ts';
import { givesAccess, readShareDialogs, type ShareDialog } from '../../sites/share-dialog.ts';
import type { Note } from './note.ts';
import type { NoteKit } from './note-kit.ts';
import { limitPeople } from './people-limit.ts';

export interface LicenceWarningsDeps {
  /** Seats and cost of an intent, and what would be decided; null when nothing is known. */
  readonly preview: (intent: IntentOnPage) => Promise<Preview | null>;
  /** Loads what reads a dialog and draws a note, asked when one opens; null when it cannot be loaded. */
  readonly noteKit: () => Promise<NoteKit | null>;
  /** Calls back whenever the person's requests stand elsewhere. */
  readonly onRequests: (look: () => void, signal: AbortSignal) => void;
}

/** Chips and letters come in bursts: one question for each. */
const BURST_MS = 200;

/** What a person did last in a dialog this recently, in ms, is why somebody new stands in it. */
const ACT_MS = 15_000;

const acts = ['click', 'keydown', 'input'] as const;

interface Watched {
  readonly note: Note;
  /** What the note is about, to ask only when it changes. */
  about: string;
  /** Asks anew about the same. */
  again: () => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Says beside the submit button what a dialog would do to seats and cost, before anything is sent: only where a person has acted,
 * and of a bounded number of people a minute. A page that draws a dialog to learn about somebody learns nothing by it.
 */
export const licenceWarnings: Feature<LicenceWarningsDeps> = {
  name: 'licence-warnings',
  start(page, { preview, noteKit, onRequests }) {
    const watched = new WeakMap<Element, Watched>();
    /** When a person last did something in a dialog. */
    const acted = new WeakMap<Element, number>();
    const mayTell = limitPeople(() => performance.now());
    let kit: NoteKit | null = null;
    let loading = false;

    const ask = async (entry: Watched, intent: IntentOnPage, about: string, dialog: ShareDialog): Promise<void> => {
      if (!mayTell(intent)) return entry.note.tooMany();
      const found = await preview(intent);
      // A newer question is under way, or the page is gone: this answer is about the past.
      if (page.signal.aborted || entry.about !== about) return;
      // What nothing holds goes on, whatever would be decided.
      entry.note.show(
        found?.effect ?? null,
        givesAccess(dialog) && kit ? kit.foreseenLines(intent.intent, found?.decision, found?.asked) : [],
      );
    };

    const load = async (): Promise<void> => {
      if (loading) return;
      loading = true;
      kit = await noteKit();
      loading = false;
      if (kit !== null && !page.signal.aborted) page.rescan();
    };

    /** Without an act nothing new is said; what was said about the very same people is put back. */
    const keep = (dialog: ShareDialog, context: PageContext, { intentOfDialog }: NoteKit): void => {
      const entry = watched.get(dialog.element);
      if (!entry) return;
      if (entry.about === JSON.stringify(intentOfDialog(dialog, context))) place(entry.note.host, dialog);
      else {
        entry.about = '';
        entry.note.host.remove();
      }
    };

    const look = (dialog: ShareDialog, context: PageContext, loaded: NoteKit): void => {
      if (performance.now() - (acted.get(dialog.element) ?? Number.NEGATIVE_INFINITY) > ACT_MS) {
        keep(dialog, context, loaded);
        return;
      }
      const entry = watched.get(dialog.element) ?? {
        note: loaded.makeNote(),
        about: '',
        again: () => undefined,
        timer: undefined,
      };
      watched.set(dialog.element, entry);
      const intent = loaded.intentOfDialog(dialog, context);
      const nobody = loaded.isEmpty(dialog);
      if (nobody) entry.note.host.remove();
      else place(entry.note.host, dialog);
      const about = nobody ? '' : JSON.stringify(intent);
      if (about === entry.about) return;
      entry.about = about;
      clearTimeout(entry.timer);
      if (nobody) return;
      entry.note.busy(intent.targets.length);
      entry.again = () => void ask(entry, intent, about, dialog);
      entry.timer = setTimeout(entry.again, BURST_MS);
    };

    const lookAt = (root: ParentNode): void => {
      const dialogs = readShareDialogs(root);
      if (kit === null) {
        if (dialogs.length > 0) void load();
        return;
      }
      for (const dialog of dialogs) look(dialog, page.context(), kit);
    };
    page.signal.addEventListener('abort', () => {
      for (const host of page.document.querySelectorAll('[data-gatehouse="licence-warning"]')) host.remove();
    });
    onRequests(() => {
      for (const { element } of readShareDialogs(page.document)) {
        const entry = watched.get(element);
        if (entry?.note.host.isConnected) entry.again();
      }
    }, page.signal);
    page.onPass(({ roots }) => roots.forEach(lookAt));
    // What is typed and not yet a chip changes no node.
    const onAct = (event: Event): void => {
      if (!event.isTrusted || !(event.target instanceof Element)) return;
      for (const { element } of readShareDialogs(event.target)) acted.set(element, performance.now());
      lookAt(event.target);
    };
    for (const type of acts) page.document.addEventListener(type, onAct, { capture: true, signal: page.signal });
  },
};

/** Above the row of buttons; beside the submit button where there is no row. Put back when the page redrew the dialog. */
function place(host: HTMLElement, { footer, submit }: ShareDialog): void {
  const before = footer ?? submit;
  if (before && before.previousSibling !== host) before.before(host);
}
