import type { Parsed, PlainKey } from '../../core/words/index.ts';
import { api } from './browser.ts';
import { isCurrent } from './lifecycle.ts';

/** Browsers allow these signs in the name of a message, and no capitals to tell two apart. */
export const nameOf = (key: string): string => key.replace(/[^a-z0-9]/g, '_');

/** Names the language that the browser chose among ours (`_locales`). */
export const LANGUAGE = 'language';

/** The browser shows this one itself, where it lists its extensions: it is no parsed message. */
export const DESCRIPTION = 'manifest.description';

/**
 * A message in that language, parsed when the extension was built. Null where there is none, and for a page under which the extension
 * was updated or removed: the browser tells it nothing any more.
 */
export function messageOf(key: string): Parsed | null {
  if (!isCurrent()) return null;
  const text = api().i18n.getMessage(nameOf(key));
  return text === '' ? null : (JSON.parse(text) as Parsed);
}

/** What numbers and times are written by: the browser's own language where it is the one chosen, as `de-AT`, else the chosen one. */
export function localeOfWords(): string {
  const { i18n } = api();
  const [ours, browsers] = [i18n.getMessage(LANGUAGE), i18n.getUILanguage()];
  return browsers.split('-')[0] === ours ? browsers : ours;
}

/**
 * What is looked for in what IT wrote: the language of our words, so that a prompt has one. Where they are English for want of another,
 * IT may still have written in the browser's.
 */
export function languageOfRules(): string {
  const { i18n } = api();
  return i18n.getMessage(LANGUAGE) === 'en' ? i18n.getUILanguage() : localeOfWords();
}

/** A message without values, where nothing that fills in others may be loaded: scripts that run on every page. */
export function plainly(key: PlainKey): string {
  const [part] = JSON.parse(api().i18n.getMessage(nameOf(key))) as readonly { readonly value: string }[];
  return part?.value ?? '';
}
