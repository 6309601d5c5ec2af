import { describe, expect, it } from 'vitest';
import { agoIn, catalogues, listIn, moneyIn } from './index.ts';
import { sayFrom } from './languages.ts';
import { argumentsOf, sayIn } from './say.ts';

const english = sayFrom(catalogues.en, 'en-US');

describe('say', () => {
  it('fills values in, and chooses by number', () => {
    expect(english('people.others', { count: 1 })).toBe('1 other');
    expect(english('people.others', { count: 1200 })).toBe('1,200 others');
    expect(english('news.has', { whose: 'you', who: 'you', app: 'Jira' })).toBe('you now have Jira');
  });

  it('takes a value for what it is: nothing in it is a message of ours', () => {
    expect(english('quoted', { text: '{count} <b>' })).toBe('“{count} <b>”');
  });

  it('throws for a message that nobody wrote', () => {
    expect(() => sayIn(() => null, 'en')('close')).toThrow('There is no message "close".');
  });

  it('of what others name says null where it has no such message, or not all of its values', () => {
    expect(english.known('reason.over-limit', { over: 1, total: 100 })).toBe(
      'That is 1 more than the 100 seats bought.',
    );
    expect(english.known('reason.over-limit', { over: 1 })).toBeNull();
    expect(english.known('reason.of-tomorrow', {})).toBeNull();
  });

  it('knows the values inside of choices', () => {
    const told = sayFrom(catalogues.en, 'en');
    expect(told.known('news.has', { whose: 'one', app: 'Jira' })).toBeNull();
    expect(argumentsOf([])).toEqual(new Set());
  });
});

describe('lists, money and times', () => {
  const locales = ['en-US', 'de', 'fr', 'ja', 'es'];

  it('lists as the language does', () => {
    expect(locales.map((locale) => listIn({ locale }, ['Ann', 'Ben', 'Cy']))).toEqual([
      'Ann, Ben and Cy',
      'Ann, Ben und Cy',
      'Ann, Ben et Cy',
      'Ann、Ben、Cy',
      'Ann, Ben y Cy',
    ]);
  });

  it('rounds nothing of an amount away', () => {
    expect(moneyIn(english, '8.60', 'USD')).toBe('8.60 USD');
    expect(moneyIn(english, '1234.125', 'EUR')).toBe('1,234.125 EUR');
    expect(moneyIn(sayFrom(catalogues.en, 'de'), '1234.50', 'EUR')).toBe('1.234,50 EUR');
  });

  it('says how long ago', () => {
    const now = Date.parse('2026-11-27T12:00:00Z');
    expect(agoIn(english, '2026-11-27T11:59:30Z', now)).toBe('just now');
    expect(agoIn(english, '2026-11-26T11:00:00Z', now)).toBe('yesterday');
    expect(agoIn(sayFrom(catalogues.en, 'de'), '2026-11-27T11:55:00Z', now)).toBe('vor 5 Minuten');
  });
});
