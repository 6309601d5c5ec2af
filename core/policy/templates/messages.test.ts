import { expect, it } from 'vitest';
import { catalogues } from '../../words/index.ts';
import { Message, textIn } from '../message.ts';
import { messages, onlyOf } from './messages.ts';

const all: readonly (readonly [string, Message])[] = [
  ...Object.entries(messages),
  ['onlyOf', onlyOf(['acme.example', 'acme.test'])],
];

it.each(all)('%s is said in every language of the catalogues, each time anew', (_, message) => {
  expect(Message.parse(message)).toEqual(message);
  const languages = Object.keys(catalogues);
  expect(Object.keys(message).sort()).toEqual([...languages].sort());
  expect(new Set(languages.map((language) => textIn(message, language))).size).toBe(languages.length);
});

it('names every domain in every language', () => {
  for (const text of Object.values(onlyOf(['acme.example', 'acme.test'])))
    expect(text).toContain('acme.example, acme.test');
});
