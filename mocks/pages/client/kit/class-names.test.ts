import { expect, it } from 'vitest';
import { className, classNames } from './class-names.ts';

it('gives names that mean nothing, the same every time', () => {
  expect(className('card')).toMatch(/^_[0-9a-z]{8,}$/);
  expect(className('card')).toBe(className('card'));
  expect(className('card')).not.toBe(className('cards'));
});

it('keeps the names that Atlassian’s components keep', () => {
  expect(classNames('fabric-user-picker__control user-hover atlaskit-portal')).toBe(
    'fabric-user-picker__control user-hover atlaskit-portal',
  );
});
