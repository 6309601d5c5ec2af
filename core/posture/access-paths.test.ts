import { describe, expect, it } from 'vitest';
import { Intent } from '../policy/intent.ts';
import { AccessPathId } from './access-path.ts';
import { accessPaths, isPlainValue, meaningOf } from './access-paths.ts';

describe('the list of access paths', () => {
  it('has every path once, numbered from 1 to 21', () => {
    expect(accessPaths.map(({ id }) => id)).toEqual(AccessPathId.options);
    expect(accessPaths.map(({ number }) => number)).toEqual(accessPaths.map((_, index) => index + 1));
    expect(accessPaths).toHaveLength(21);
  });

  it('has one wanted path', () => {
    expect(accessPaths.filter(({ wanted }) => wanted).map(({ id }) => id)).toEqual(['synced-groups']);
  });

  it.each(accessPaths.map((path) => [path.id, path] as const))('%s can be learnt, closed and read about', (_, path) => {
    expect(path.learntBy.length).toBeGreaterThan(0);
    for (const words of [path.name, path.setting, path.fix.what, path.evidence.source]) expect(words).not.toBe('');
    for (const { steps } of [path.fix.original, path.fix.centralized]) expect(steps.join('')).not.toBe('');
    const values = path.values.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(values.some(isPlainValue)).toBe(false);
  });

  it('says Products in the original words and Apps in the centralized ones, never the other way round', () => {
    for (const { fix } of accessPaths) {
      expect(fix.original.steps).not.toContain('Apps');
      expect(fix.centralized.steps).not.toContain('Products');
    }
  });

  it('marks as unverified whatever was inferred or never seen', () => {
    for (const { evidence } of accessPaths)
      if (['I', 'D', 'GAP'].includes(evidence.grade)) expect(evidence.verified).toBe(false);
  });

  it('marks menu words that no source names', () => {
    const confirmed = (id: AccessPathId) => {
      const path = accessPaths.find((one) => one.id === id);
      return [path?.fix.original.verified, path?.fix.centralized.verified];
    };
    expect(confirmed('approved-domains')).toEqual([true, true]);
    expect(confirmed('access-requests')).toEqual([false, true]);
    expect(confirmed('new-users-have-access')).toEqual([false, false]);
    expect(confirmed('marketplace-apps')).toEqual([false, false]);
  });

  it('knows the path of every intent that lets somebody in', () => {
    const covered = new Set(accessPaths.flatMap(({ intents }) => intents));
    expect(Intent.options.filter((intent) => !covered.has(intent))).toEqual([]);
  });

  it('has nothing to stop the paths that only a setting closes', () => {
    expect(accessPaths.filter(({ coveredBy }) => coveredBy.length === 0).map(({ number }) => number)).toEqual([
      13, 16, 17, 18, 20,
    ]);
  });
});

describe('meaningOf', () => {
  it('knows the words of the path and the plain ones, and no others', () => {
    expect(meaningOf('invitation-links', 'on')).toMatchObject({ state: 'open', gives: 'access' });
    expect(meaningOf('any-domain', 'may-request')).toMatchObject({ state: 'open', gives: 'request' });
    expect(meaningOf('invitation-links', 'off')).toMatchObject({ state: 'closed', gives: null });
    expect(meaningOf('free-plan-edge', 'closed')).toMatchObject({ state: 'closed' });
    expect(meaningOf('free-plan-edge', 'open')).toMatchObject({ state: 'open', gives: 'access' });
    expect(meaningOf('invitation-links', 'may-request')).toBeNull();
    expect(meaningOf('invitation-links', 'toString')).toBeNull();
  });
});
