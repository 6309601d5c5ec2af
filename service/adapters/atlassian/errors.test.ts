import { describe, expect, it } from 'vitest';
import { errorOf, retryAfter } from './errors.ts';

const of = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  errorOf(status, new Headers(headers), typeof body === 'string' ? body : JSON.stringify(body), 'testing');
const organizations = (code: string, title = 'T', detail: string | null = null) => ({
  errors: [{ id: '1', status: '409', code, title, detail }],
});

describe('errorOf', () => {
  it.each([
    [401, {}, 'unauthorized'],
    [402, organizations('ADMIN-UAM-402-1'), 'no-subscription'],
    [403, {}, 'forbidden'],
    [404, organizations('ADMIN-404-10'), 'not-found'],
    [409, organizations('ADMIN-409-3'), 'licence-limit'],
    [409, organizations('ADMIN-UAM-409-3', 'Product License Limit Exceeded'), 'licence-limit'],
    [409, organizations('ADMIN-409-1', 'Already there'), 'conflict'],
    [400, organizations('ADMIN-400-24'), 'refused'],
    [429, { code: 429, message: 'Too many' }, 'rate-limited'],
    [500, '<html>oops</html>', 'unavailable'],
    [503, '', 'unavailable'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(of(status, body).kind).toBe(kind);
  });

  it('quotes Atlassian, whichever of its three error shapes came', () => {
    expect(of(400, organizations('X', 'Title', 'Detail')).theirWords).toBe('Title: Detail');
    expect(of(400, { errorMessages: ['No seat'], errors: {} }).theirWords).toBe('No seat');
    expect(of(429, { code: 429, message: 'Slow down' }).message).toBe(
      'Atlassian asks us to slow down (429) while testing. Atlassian says: Slow down.',
    );
  });

  it('knows which failures pass by themselves', () => {
    expect([429, 500, 503].map((status) => of(status, '').passing)).toEqual([true, true, true]);
    expect([400, 401, 409].map((status) => of(status, '').passing)).toEqual([false, false, false]);
  });
});

describe('retryAfter', () => {
  const waitOf = (headers: Record<string, string>) => retryAfter(new Headers(headers));
  it('reads seconds, dates and the reset header, and says nothing when there is nothing', () => {
    expect(waitOf({ 'retry-after': '7' })).toBe(7);
    expect(waitOf({ 'retry-after': new Date(Date.now() + 30_000).toUTCString() })).toBeGreaterThan(25);
    expect(waitOf({ 'x-ratelimit-reset': new Date(Date.now() + 60_000).toISOString() })).toBeGreaterThan(55);
    expect(waitOf({ 'retry-after': new Date(Date.now() - 60_000).toUTCString() })).toBe(0);
    expect(waitOf({ 'retry-after': 'soon' })).toBeNull();
    expect(waitOf({})).toBeNull();
  });
});
