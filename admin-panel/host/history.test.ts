// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostHistory } from './history.ts';
import { locationHistory } from './location-history.ts';
import { memoryHistory } from './memory-history.ts';

beforeEach(() => {
  location.hash = '#theirs';
});

describe.each<[string, () => HostHistory]>([
  ['in the address', locationHistory],
  ['in memory', memoryHistory],
])('a history kept %s', (_, make) => {
  it('is where it was sent, and tells whoever listens until they leave', () => {
    const history = make();
    const told = vi.fn();
    const leave = history.listen(told);
    history.push('#/people');
    expect(history.current()).toBe('#/people');
    history.replace('#/people?q=emma');
    expect(history.current()).toBe('#/people?q=emma');
    expect(told).toHaveBeenCalledTimes(2);
    leave();
    history.push('#/audit');
    expect(told).toHaveBeenCalledTimes(2);
  });
});

describe('a page of the panel’s own', () => {
  it('has the place in its address, a step for "back" only where somebody went somewhere', () => {
    const history = locationHistory();
    const steps = window.history.length;
    history.push('#/people');
    history.replace('#/people?q=emma');
    history.push('#/people?q=emma');
    expect(location.hash).toBe('#/people?q=emma');
    expect(window.history.length).toBe(steps + 1);
  });

  it('follows what the browser does with the address', () => {
    const history = locationHistory();
    const told = vi.fn();
    history.listen(told);
    location.hash = '#/audit';
    window.dispatchEvent(new Event('hashchange'));
    expect(told).toHaveBeenCalled();
    expect(history.current()).toBe('#/audit');
  });
});

it('somebody else’s page keeps its address and its history', () => {
  const history = memoryHistory();
  const steps = window.history.length;
  history.push('#/people');
  history.replace('#/people?q=emma');
  expect(location.hash).toBe('#theirs');
  expect(window.history.length).toBe(steps);
});
