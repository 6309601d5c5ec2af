import { expect, it } from 'vitest';
import { domainOf } from './organization.ts';

it.each([
  ['emma@acme.example', 'acme.example'],
  ['Emma@ACME.example ', 'acme.example'],
  ['"a@b"@acme.example', 'acme.example'],
  ['@acme.example', null],
  ['emma@', null],
  ['emma@ ', null],
  ['emma', null],
  ['', null],
])('the domain of %j is %j', (email, domain) => {
  expect(domainOf(email)).toBe(domain);
});
