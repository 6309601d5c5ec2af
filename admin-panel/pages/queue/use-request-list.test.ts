import { describe, expect, it } from 'vitest';
import { RequestId } from '../../../core/ids.ts';
import { exampleEffect, exampleRequest } from '../../../tests/tools/request-fixture.ts';
import { countOf, together } from './use-request-list.ts';

const page = (numbers: number[], next: string | null = null) => ({
  value: {
    requests: numbers.map((number) => exampleRequest({ number, id: RequestId.parse(`r${number}`) })),
    now: Object.fromEntries(numbers.map((number) => [`r${number}`, exampleEffect()])),
    together: null,
    next,
    counts: { granted: 3 } as never,
  },
  error: null,
  previous: false,
  retry: () => undefined,
});
const waiting = { ...page([]), value: null };

describe('a list of several states', () => {
  it('is one list, newest first, once every part is there', () => {
    expect(together([page([5, 2]), waiting], 10).requests).toBeNull();
    const list = together([page([5, 2]), page([4, 3])], 10);
    expect(list.requests?.map(({ number }) => number)).toEqual([5, 4, 3, 2]);
    expect(Object.keys(list.now).sort()).toEqual(['r2', 'r3', 'r4', 'r5']);
    expect(list.next).toBeNull();
    expect(list.isCut).toBe(false);
  });

  it('says when it is not everything', () => {
    expect(together([page([5], 'more'), page([4])], 10).isCut).toBe(true);
    const list = together([page([5, 2]), page([4, 3])], 3);
    expect(list.requests).toHaveLength(3);
    expect(list.isCut).toBe(true);
  });

  it('one state alone is paged by the service', () => {
    expect(together([page([5], 'cursor')], 1)).toMatchObject({ next: 'cursor', isCut: false });
  });
});

describe('counts', () => {
  it('are unknown until the service has said them', () => {
    expect(countOf(null, ['granted'])).toBeNull();
    expect(countOf({ granted: 3 }, ['granted', 'denied'])).toBe(3);
  });
});
