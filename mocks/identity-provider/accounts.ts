import { people } from '../cloud/people.ts';

export interface ProviderAccount {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
  /** What the login page says about them. */
  readonly what: string;
}

const person = (
  { name, email }: { name: string; email: string | null },
  what: string,
  ...groups: string[]
): ProviderAccount => ({
  sub: `idp|${(email ?? name).split('@')[0]}`,
  name,
  email: email ?? '',
  groups: ['everyone', ...groups],
  what,
});

/** Who one can sign in as. No passwords: this provider stands on one machine, for demo and tests. */
export const accounts: readonly ProviderAccount[] = [
  person(people.emma, 'employee'),
  person(people.ravi, 'IT reviewer', 'gatehouse-reviewers'),
  person(people.ada, 'admin and reviewer', 'gatehouse-admins', 'gatehouse-reviewers'),
  person(people.olga, 'auditor', 'gatehouse-auditors'),
  person(people.liam, 'employee'),
];
