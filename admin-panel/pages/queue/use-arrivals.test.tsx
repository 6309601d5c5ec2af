// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestId } from '../../../core/ids.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { exampleRequest } from '../../../tests/tools/request-fixture.ts';
import { type Arrivals, useArrivals } from './use-arrivals.ts';

const request = (number: number) => exampleRequest({ number, id: RequestId.parse(`r${number}`) });

let seen: Arrivals;

function Probe(props: { list: string; requests: readonly AccessRequest[] | null }) {
  seen = useArrivals(props.list, props.requests);
  return null;
}

describe('arrivals', () => {
  let root: Root;
  const show = (list: string, requests: readonly AccessRequest[] | null) =>
    act(() => root.render(<Probe list={list} requests={requests} />));

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    vi.useFakeTimers();
    root = createRoot(document.createElement('div'));
  });
  afterEach(() => {
    act(() => root.unmount());
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('the first sight of a list marks nothing; what comes later is marked, said, and forgotten again', () => {
    show('open', null);
    show('open', [request(1)]);
    expect(seen.marked.size).toBe(0);
    show('open', [request(2), request(1)]);
    expect([...seen.marked]).toEqual(['r2']);
    expect(seen.announcement).toBe('New request number 2 from Emma Berg, for nina.new@outside.example');
    act(() => void vi.advanceTimersByTime(9000));
    expect(seen.marked.size).toBe(0);
  });

  it('another list is a first sight again, and a request that comes back is not new', () => {
    show('open', [request(1)]);
    show('done', [request(7)]);
    expect(seen.marked.size).toBe(0);
    show('done', []);
    show('done', [request(7)]);
    expect(seen.marked.size).toBe(0);
  });

  it('many at once are counted', () => {
    show('open', []);
    show('open', [request(2), request(1)]);
    expect(seen.announcement).toBe('2 new requests');
  });
});
