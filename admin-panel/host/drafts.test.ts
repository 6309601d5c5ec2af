// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type HostDrafts, memoryDrafts, tabDrafts } from './drafts.ts';

beforeEach(() => sessionStorage.clear());

describe.each<[string, () => HostDrafts]>([
  ['with the tab', tabDrafts],
  ['with the page', memoryDrafts],
])('texts kept %s', (_, make) => {
  it('are there until they are emptied', () => {
    const drafts = make();
    expect(drafts.read('one')).toBe('');
    drafts.write('one', 'Please use the agency site.');
    drafts.write('two', 'Welcome!');
    expect(drafts.read('one')).toBe('Please use the agency site.');
    drafts.write('one', '');
    expect([drafts.read('one'), drafts.read('two')]).toEqual(['', 'Welcome!']);
  });

  it('are all forgotten together, and nothing else is', () => {
    sessionStorage.setItem('gatehouse.session', 'theirs');
    const drafts = make();
    for (const name of ['one', 'two', 'three']) drafts.write(name, 'text');
    drafts.clear();
    expect(['one', 'two', 'three'].map(drafts.read)).toEqual(['', '', '']);
    expect(sessionStorage.getItem('gatehouse.session')).toBe('theirs');
  });
});

it('a sign-in, which leads to another page and back, finds them again', () => {
  tabDrafts().write('one', 'text');
  expect(tabDrafts().read('one')).toBe('text');
});
