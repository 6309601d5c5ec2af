import { catalogues, type Language, parsed } from '../core/words/index.ts';
import { DESCRIPTION, LANGUAGE, nameOf } from './platform/catalogue.ts';

/**
 * `_locales/<language>/messages.json`: the catalogue as browsers keep it, each message parsed, so that no page has to. The browser chooses
 * among them, tells the one it chose by `LANGUAGE`, and falls back to English by itself.
 */
export function localeFile(language: Language): string {
  const messages = Object.entries(catalogues[language]).map(([key, text]) => {
    const message = key === DESCRIPTION ? text : JSON.stringify(parsed(text));
    return [nameOf(key), { message }] as const;
  });
  return JSON.stringify(Object.fromEntries([[LANGUAGE, { message: language }], ...messages]));
}
