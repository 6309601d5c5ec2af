import { describe, expect, it } from 'vitest';
import { seedState } from '../cloud/seed.ts';
import { enter, HOP, takeOver } from './login.ts';

const login = 'https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2Fbrowse%2FACME-1';
const submit = (username: string) =>
  enter(new Request(login, { method: 'POST', body: new URLSearchParams({ username }) }), new URL(login), seedState());

describe('signing in', () => {
  it('sets the cookie for atlassian.com and hops on to the site', async () => {
    const answer = await submit('Emma.Berg@acme.example');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('set-cookie')).toContain('Domain=.atlassian.com');
    const hop = new URL(answer.headers.get('location') ?? '');
    expect(hop.origin + hop.pathname).toBe(`https://acme.atlassian.net${HOP}`);
    const taken = takeOver(hop);
    expect(taken.headers.get('set-cookie')).toContain('Domain=.atlassian.net');
    expect(taken.headers.get('location')).toBe('https://acme.atlassian.net/browse/ACME-1');
  });

  it.each([
    ['nobody@acme.example', 'There is no Atlassian account'],
    ['dan.ferro@acme.example', 'deactivated'],
    // Customers of a portal sign in at the portal.
    ['cora.lind@client.example', 'There is no Atlassian account'],
  ])('refuses %s', async (email, text) => {
    const answer = await submit(email);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain(text);
  });

  it('writes what was typed as text', async () => {
    expect(await (await submit('<script>1</script>')).text()).not.toContain('<script>');
  });

  it.each(['https://evil.example/', 'javascript:alert(1)', '//evil.example'])('does not lead on to %s', (target) => {
    const answer = takeOver(
      new URL(`https://acme.atlassian.net${HOP}?account=1&continue=${encodeURIComponent(target)}`),
    );
    expect(answer.headers.get('location')).toMatch(/^https:\/\/acme\.atlassian\.net\//);
  });
});
