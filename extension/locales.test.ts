import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogues, type Language, type MessageKey, sayFrom } from '../core/words/index.ts';
import { samples } from '../core/words/messages/index.ts';
import { fakeBrowser } from '../tests/tools/fake-browser.ts';
import { localeFile } from './locales.ts';
import { answerWith, api } from './platform/browser.ts';
import { DESCRIPTION, nameOf, plainly } from './platform/catalogue.ts';
import { send, sendOnce } from './platform/send.ts';
import { factWords } from './words/fact.ts';
import { say, speak, words } from './words/say.ts';

type File = Readonly<Record<string, { readonly message: string }>>;
const languages = Object.keys(catalogues) as Language[];
const keys = Object.keys(catalogues.en) as MessageKey[];

/** A browser that chose a language, as both do: what it does not have it takes from English, and "" is nothing. */
function browserIn(language: Language, browsers: string): void {
  const file = JSON.parse(localeFile(language)) as File;
  const { fake } = fakeBrowser();
  const i18n = { getUILanguage: () => browsers, getMessage: (name: string) => file[name]?.message ?? '' };
  answerWith({ ...fake, i18n } as unknown as typeof chrome);
  speak(null);
}

afterEach(() => speak(sayFrom(catalogues.en, 'en-US')));

describe('the files of the browser', () => {
  it('have a name for each message that no other has, whatever its capitals', () => {
    expect(new Set(keys.map((key) => nameOf(key).toLowerCase())).size).toBe(keys.length);
    for (const key of keys) expect(nameOf(key)).toMatch(/^[a-z0-9_]+$/);
  });

  it.each(languages)('say in %s what was written', (language) => {
    browserIn(language, language);
    const written = sayFrom(catalogues[language], language);
    for (const key of keys.filter((one) => one !== DESCRIPTION))
      expect(words().known(key, samples[key]), key).toBe(written.known(key, samples[key]));
  });

  it('have a description that the browser shows as it stands', () => {
    const file = JSON.parse(localeFile('en')) as File;
    expect(file[nameOf(DESCRIPTION)]?.message).toBe(catalogues.en[DESCRIPTION]);
  });

  it('say what has no values without what fills them in', () => {
    browserIn('en', 'en-GB');
    expect(plainly('stopped.plainly')).toBe(catalogues.en['stopped.plainly']);
  });

  it('say it where the background did not answer, too', async () => {
    browserIn('fr', 'fr-CA');
    Object.assign(api().runtime, { sendMessage: async () => undefined });
    await expect(send('ready', {})).rejects.toThrow(catalogues.fr['interrupted.retry']);
    await expect(sendOnce('signOut', {})).rejects.toThrow(catalogues.fr['interrupted.look']);
  });

  it('are out of reach under an open page once the extension was updated: what was said once still is, facts stay as written', () => {
    browserIn('de', 'de');
    expect(say('close')).toBe('Schließen');
    Object.assign(api(), { runtime: {} });
    expect(say('close')).toBe('Schließen');
    expect(factWords(['identity'], { code: 'closed', text: 'The account is closed.' })).toBe('The account is closed.');
  });

  it('keep the country of a browser that speaks the language, and no other', () => {
    browserIn('en', 'en-GB');
    expect(words().locale).toBe('en-GB');
    browserIn('en', 'nl-NL');
    expect(words().locale).toBe('en');
    expect(say('close')).toBe('Close');
  });
});

it.each([
  'options/index.html',
  'blocked/index.html',
  'panel/index.html',
])('%s reads in English as its messages', (page) => {
  const html = readFileSync(new URL(page, import.meta.url), 'utf8');
  const said = [...html.matchAll(/data-say="([^"]+)">([^<]*)</g)];
  expect(said.length).toBeGreaterThan(0);
  for (const [, key = '', text] of said) expect(text, key).toBe(catalogues.en[key as MessageKey]);
});
