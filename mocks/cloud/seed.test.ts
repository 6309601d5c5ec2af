import { describe, expect, it } from 'vitest';
import { avatarUrl, emailHash } from './avatars.ts';
import { fullProducts, seatsBought, seatsUsed } from './seats.ts';
import { organization, people, seedState } from './seed.ts';

const [acme, labs] = organization.sites;

describe('the seed', () => {
  it('has the seats of the demo', () => {
    const state = seedState();
    const seats = (product: Parameters<typeof seatsUsed>[1], cloudId: string) => [
      seatsUsed(state, product, cloudId),
      seatsBought(state, product, cloudId),
    ];
    expect(seats('jira-software', acme.cloudId)).toEqual([98, 100]);
    expect(seats('jira-servicedesk', acme.cloudId)).toEqual([3, 5]);
    expect(seats('confluence', acme.cloudId)[1]).toBeNull();
    expect(seats('jira-software', labs.cloudId)).toEqual([9, 10]);
  });

  it('is the same every time, with one account an id and an address', () => {
    const state = seedState();
    expect(state).toEqual(seedState());
    const unique = (values: readonly (string | null)[]) => new Set(values).size === values.length;
    expect(state.accounts.length).toBeGreaterThan(230);
    expect(unique(state.accounts.map(({ accountId }) => accountId))).toBe(true);
    expect(unique(state.accounts.flatMap(({ email }) => email ?? []))).toBe(true);
    const groups = new Set(state.groups.map(({ id }) => id));
    expect(state.accounts.flatMap((account) => account.groups).filter((id) => !groups.has(id))).toEqual([]);
  });

  it('counts a person with two groups once, and nobody who cannot sign in', () => {
    const state = seedState();
    expect(fullProducts(state, people.liam, 'jira-users-acme')).toEqual([]);
    const without = {
      ...state,
      accounts: state.accounts.filter(({ accountId }) => accountId !== people.liam.accountId),
    };
    expect(seatsUsed(without, 'jira-software', acme.cloudId)).toBe(97);
    const suspended = state.accounts.map((one) =>
      one.accountId === people.emma.accountId ? { ...one, membershipStatus: 'suspended' as const } : one,
    );
    expect(seatsUsed({ ...state, accounts: suspended }, 'jira-software', acme.cloudId)).toBe(97);
  });

  it('draws avatars that give the account away, its address, or nothing', () => {
    expect(avatarUrl(people.emma)).toContain(`/${people.emma.accountId}/`);
    expect(avatarUrl(people.ada)).toContain(emailHash(' Ada.Okafor@acme.example '));
    expect(avatarUrl(people.olga)).not.toContain(people.olga.accountId);
  });
});
