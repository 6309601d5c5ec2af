import { describe, expect, it } from 'vitest';
import { absoluteTime, englishOr, relativeTime } from './time.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000).toISOString(), now, 'en-GB');

describe('relative time', () => {
  it.each([
    [0, 'just now'],
    [44, 'just now'],
    [45, '1 minute ago'],
    [119, '1 minute ago'],
    [120, '2 minutes ago'],
    [3599, '59 minutes ago'],
    [3600, '1 hour ago'],
    [86_399, '23 hours ago'],
    [86_400, '1 day ago'],
    [40 * 86_400, '1 month ago'],
    [800 * 86_400, '2 years ago'],
    [-7200, 'in 2 hours'],
  ])('%d seconds ago is "%s"', (seconds, words) => {
    expect(ago(seconds)).toBe(words);
  });
});

describe('locale', () => {
  it('keeps English of any country and falls back to English', () => {
    expect(englishOr('en-US')).toBe('en-US');
    expect(englishOr('de-DE')).toBe('en-GB');
    expect(absoluteTime('2026-11-21T12:00:00Z', 'en-US')).toMatch(/^Nov 2\d, 2026/);
  });
});
