import { expect, it } from 'vitest';
import { plainly } from './lenient-address.ts';

const read = (address: string) => plainly(new URL(address)).href;

it('reads an odd spelling as the plain address', () => {
  for (const written of [
    'https://a:b@acme.atlassian.net.:8443//rest/%61pi/3/user',
    'https://acme.atlassian.net/rest/api;x=1/3%2fuser',
    'https://acme.atlassian.net/rest/x/..;/api/3/%2575ser.',
  ])
    expect(read(written)).toBe('https://acme.atlassian.net/rest/api/3/user');
});

it('leaves honest addresses as they are, ids and names in them too', () => {
  for (const honest of [
    'https://acme.atlassian.net/',
    'https://acme.atlassian.net/wiki/',
    'https://acme.atlassian.net/wiki/people/712020%3A0000?ref=a//b%2F;c',
    'https://acme.atlassian.net/browse/ACME-1',
  ])
    expect(read(honest)).toBe(honest);
});
