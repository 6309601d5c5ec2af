import { expect, it } from 'vitest';
import { AccountId } from '../ids.ts';
import { labelOf, toView } from './view.ts';

it('shows what the identity says: type, every sub-state, the reasons as sentences, a label', () => {
  expect(
    toView(AccountId.parse('emma'), {
      type: 'external',
      subStates: ['unclaimed', 'invited'],
      reasons: [
        { code: 'a', text: 'First.' },
        { code: 'b', text: 'Second.', values: { domain: 'acme.example' } },
      ],
    }),
  ).toEqual({
    accountId: 'emma',
    type: 'external',
    subStates: ['unclaimed', 'invited'],
    reasons: ['First.', 'Second.'],
    label: labelOf({ type: 'external', subStates: ['unclaimed', 'invited'] }),
    facts: [{ code: 'a' }, { code: 'b', values: { domain: 'acme.example' } }],
  });
});

it('a sub-state that matters more than the type is the label', () => {
  expect(labelOf({ type: 'managed', subStates: [] })).toBe('Managed');
  expect(labelOf({ type: 'external', subStates: ['unclaimed'] })).toBe('Unclaimed');
  expect(labelOf({ type: 'managed', subStates: ['org-admin', 'deactivated'] })).toBe('Deactivated');
  expect(labelOf({ type: 'managed', subStates: ['org-admin'] })).toBe('Managed');
});
