import '../../tests/tools/page-interfaces.ts';
import { expect, it, vi } from 'vitest';
import { disguise } from './disguise.ts';

it('keeps name, length, printed form and properties, and passes receiver and arguments on', () => {
  const original = Object.assign(
    function sendIt(this: unknown, a: number, b: number) {
      return [this, a + b];
    },
    { extra: 1 },
  );
  const instead = vi.fn((receiver: unknown, args: readonly unknown[]) =>
    Reflect.apply(original, receiver, args as [number, number]),
  );
  const wrapped = disguise(original, instead);
  expect(wrapped.name).toBe('sendIt');
  expect(wrapped.length).toBe(2);
  expect(wrapped.toString()).toBe(original.toString());
  expect(wrapped.extra).toBe(1);
  expect(wrapped.call('me', 1, 2)).toEqual(['me', 3]);
  expect(instead).toHaveBeenCalledOnce();
});
