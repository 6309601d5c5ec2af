// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it('shows everybody who cannot be read by their text, each for themselves, and what to do first', () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const targets = [
      exampleTarget({ ...nameless, text: 'eve@' }),
      exampleTarget({ ...nameless, text: 'kim at outside' }),
      exampleTarget({ ...nameless, more: null }),
      exampleTarget(),
    ];
    const detail = {
      request: exampleRequest({ targets }),
      requesterIdentity: null,
      targetIdentities: targets.map(() => null),
      now: null,
      earlier: [],
      sites: [],
      history: [],
      allowed: { decide: false, chooseSite: false, retryGrant: false, finishByHand: false, whyNot: null },
    };
    act(() => root.render(<PeopleCard detail={detail} />));
    const people = [...at.querySelectorAll('.gh-person')].slice(1).map(({ textContent }) => textContent);
    expect(people).toEqual([
      '“eve@”Cannot be read: find out who is meant before you approve.',
      '“kim at outside”Cannot be read: find out who is meant before you approve.',
      'people Gatehouse cannot readNobody looked at them one by one: find out who is meant before you approve.',
      'nina.new@outside.exampleNew personNew: no account in the directory, would take a seat.',
    ]);
    expect(complaints).not.toHaveBeenCalled();
  });
});
