// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountId } from '../../../core/ids.ts';
import type { Target } from '../../../core/licence/index.ts';
import { exampleRequest, exampleTarget } from '../../../tests/tools/request-fixture.ts';
import { PeopleCard } from './people-card.tsx';

const nameless = { email: null, standing: 'unknown' } as const;

describe('who a request is for', () => {
  let root: Root;
  let at: HTMLElement;
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    at = document.createElement('div');
    root = createRoot(at);
  });
  afterEach(() => {
    act(() => root.unmount());
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const show = (targets: readonly Target[], directoryIsRead = true) => {
    const detail = {
      request: exampleRequest({ targets: [...targets] }),
      requesterIdentity: null,
      targetIdentities: targets.map(() => null),
      directoryIsRead,
      now: null,
      earlier: [],
      moreEarlier: 0,
      sites: [],
      history: [],
      allowed: { decide: false, chooseSite: false, retryGrant: false, finishByHand: false, whyNot: null },
    };
    act(() => root.render(<PeopleCard detail={detail} />));
    return [...at.querySelectorAll('.gh-person')].map(({ textContent }) => textContent);
  };

  it('shows everybody who cannot be read by their text, each for themselves, and what to do first', () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const targets = [
      exampleTarget({ ...nameless, text: 'eve@' }),
      exampleTarget({ ...nameless, text: 'kim at outside' }),
      exampleTarget({ ...nameless, more: null }),
      exampleTarget(),
    ];
    const people = show(targets).slice(1);
    expect(people).toEqual([
      '“eve@”Cannot be read: find out who is meant before you approve.',
      '“kim at outside”Cannot be read: find out who is meant before you approve.',
      'people nobody countedNobody looked at them one by one: find out who is meant before you approve.',
      'nina.new@outside.exampleNew personNew: no account in the directory, would take a seat.',
    ]);
    expect(complaints).not.toHaveBeenCalled();
  });

  it('shows them before everybody else, of whom it folds what is more than ten', () => {
    const liam = (n: number) => exampleTarget({ email: `liam${n}@acme.example`, standing: 'has-seat' });
    const people = Array.from({ length: 12 }, (_, n) => liam(n));
    show([...people, exampleTarget({ ...nameless, text: 'eve@' }), exampleTarget({ ...nameless, more: 101 })]);
    const namesIn = (of: string) => [...at.querySelectorAll(`${of} > .gh-person strong`)].map((one) => one.textContent);
    expect(namesIn('.gh-people > div').slice(1)).toEqual([
      '“eve@”',
      '101 more people',
      ...people.slice(0, 10).map(({ email }) => email),
    ]);
    expect(at.querySelector('summary')?.textContent).toBe('2 more people');
    expect(namesIn('details')).toEqual(people.slice(10).map(({ email }) => email));
  });

  it('says that the directory does not know somebody only where that is so', () => {
    const cora = exampleTarget({ name: 'Cora', email: 'cora@acme.example', standing: 'unknown' });
    const gone = exampleTarget({ ...cora, email: null, accountId: AccountId.parse('712020:gone') });
    expect(show([{ ...cora, email: 'c@acme.example', several: true }, cora, gone])).toEqual([
      expect.stringContaining('The directory ties this sign-in to no single account.'),
      'Corac@acme.exampleSeveral accounts have this address: find out who is meant before you approve.',
      expect.stringContaining('The directory ties this address to no single account.'),
      expect.stringContaining('The directory does not know this person.'),
    ]);
    expect(show([gone], false)).toEqual(
      Array(2).fill(expect.stringContaining('The directory has not been read: nothing is known of this person.')),
    );
  });
});
