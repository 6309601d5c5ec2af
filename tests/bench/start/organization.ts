import { account } from '../../../mocks/cloud/people.ts';
import { seedState } from '../../../mocks/cloud/seed.ts';
import type { CloudState } from '../../../mocks/cloud/state.ts';

/** The fake organization, with colleagues more until it has so many accounts. */
export function organizationOf(accounts: number): CloudState {
  const state = seedState();
  const more = Array.from({ length: Math.max(0, accounts - state.accounts.length) }, (_, index) => {
    const id = index.toString(16).padStart(12, '0');
    return account({
      accountId: `712020:9d41c7a2-0000-4e11-8a01-${id}`,
      name: `Colleague ${index}`,
      email: `colleague.${index}@acme.example`,
      groups: ['confluence-users-acme'],
    });
  });
  return { ...state, accounts: [...state.accounts, ...more] };
}
