import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkMobilePolicies,
  compareVersions,
  MobileDevice,
  MobilePolicy,
  mobileCompliance,
  mobilePolicyOf,
} from './mobile-policy.ts';

const rawPolicy = {
  id: 'all',
  name: 'All',
  appliesTo: { kind: 'organization' },
  devices: 'all',
  blockScreenshots: false,
  blockCopy: false,
  blockExport: false,
  requireEncryption: false,
  minimumOs: { ios: null, android: null },
};
const policy = (given: Record<string, unknown> = {}) => MobilePolicy.parse({ ...rawPolicy, ...given });
const chosen = (id: string, given: Record<string, unknown> = {}) =>
  policy({ id, name: id, appliesTo: { kind: 'users', accountIds: ['emma'] }, ...given });
const rawDevice = {
  accountId: 'emma',
  identityType: 'managed',
  managed: true,
  platform: 'ios',
  osVersion: '18.1',
  encrypted: true,
};
const device = (given: Record<string, unknown> = {}) => MobileDevice.parse({ ...rawDevice, ...given });

describe('mobilePolicyOf', () => {
  const answer = (given: Record<string, unknown>, ...policies: MobilePolicy[]) => {
    const { outcome, policy: found, reasons } = mobilePolicyOf(device(given), policies);
    return [outcome, found?.id ?? null, ...reasons.map(({ code }) => code)];
  };

  it('prefers a policy that names the person, and says that nobody confirmed it', () => {
    expect(answer({}, policy(), chosen('few'))).toEqual(['covered', 'few', 'chosen-users', 'order-unverified']);
    expect(answer({}, chosen('few'))).toEqual(['covered', 'few', 'chosen-users']);
    expect(answer({ accountId: 'otto' }, policy(), chosen('few'))).toEqual(['covered', 'all', 'organization-policy']);
    expect(answer({ accountId: 'otto' }, chosen('few'))).toEqual(['not-covered', null, 'no-policy']);
  });

  it('looks at the kind of device', () => {
    const company = policy({ id: 'company', devices: 'managed' });
    const own = policy({ id: 'own', devices: 'unmanaged' });
    expect(answer({}, company, own)).toEqual(['covered', 'company', 'organization-policy']);
    expect(answer({ managed: false }, company, own)).toEqual(['covered', 'own', 'organization-policy']);
    expect(answer({ managed: null }, company)).toEqual(['unknown', null, 'device-unknown']);
    expect(answer({ managed: null }, policy())).toEqual(['covered', 'all', 'organization-policy']);
    expect(answer({ managed: false }, policy(), chosen('few', { devices: 'managed' }))).toEqual([
      'covered',
      'all',
      'organization-policy',
    ]);
    expect(answer({ managed: null, accountId: 'otto' }, policy(), chosen('few', { devices: 'managed' }))).toEqual([
      'covered',
      'all',
      'organization-policy',
    ]);
  });

  it('does not choose between two that fit alike', () => {
    expect(answer({}, chosen('a'), chosen('b'), policy())).toEqual(['unknown', null, 'several-policies']);
    expect(answer({}, policy(), policy())).toEqual(['unknown', null, 'several-policies']);
  });

  it('leaves those out who have no mobile app, and doubts a chosen external person', () => {
    expect(answer({ identityType: 'app' }, policy())).toEqual(['not-covered', null, 'no-mobile-app']);
    expect(answer({ identityType: 'portal-only' }, policy())).toEqual(['not-covered', null, 'no-mobile-app']);
    expect(answer({ identityType: 'external' }, policy())).toEqual(['covered', 'all', 'organization-policy']);
    expect(answer({ identityType: 'external' }, policy(), chosen('few'))).toEqual([
      'unknown',
      null,
      'chosen-but-external',
    ]);
  });
});

describe('mobileCompliance', () => {
  const control = (name: string, asked: Record<string, unknown>, given: Record<string, unknown> = {}) => {
    const found = mobileCompliance(device(given), policy(asked)).controls.find((one) => one.control === name);
    return `${found?.state} ${found?.reason.code}`;
  };

  it.each([
    ['screenshots', 'blockScreenshots'],
    ['copy', 'blockCopy'],
    ['export', 'blockExport'],
  ])('the app itself prevents %s', (name, setting) => {
    expect(control(name, { [setting]: true })).toBe('compliant prevented-by-the-app');
    expect(control(name, { [setting]: false })).toBe('not-required not-required');
    expect(control(name, { [setting]: null })).toBe('unknown setting-unknown');
  });

  it.each([
    ['encryption', { requireEncryption: null }, {}, 'unknown setting-unknown'],
    ['encryption', { requireEncryption: false }, { encrypted: null }, 'not-required not-required'],
    ['encryption', { requireEncryption: true }, {}, 'compliant encrypted'],
    ['encryption', { requireEncryption: true }, { encrypted: false }, 'not-compliant not-encrypted'],
    ['encryption', { requireEncryption: true }, { encrypted: null }, 'unknown fact-unknown'],
    ['minimum-os', { minimumOs: null }, {}, 'unknown setting-unknown'],
    ['minimum-os', {}, { platform: null }, 'not-required not-required'],
    ['minimum-os', { minimumOs: { ios: '18.1', android: null } }, {}, 'compliant new-enough'],
    ['minimum-os', { minimumOs: { ios: '18.2', android: null } }, {}, 'not-compliant too-old'],
    ['minimum-os', { minimumOs: { ios: '18.2', android: null } }, { platform: 'android' }, 'not-required not-required'],
    ['minimum-os', { minimumOs: { ios: null, android: '19' } }, { platform: 'android' }, 'not-compliant too-old'],
    ['minimum-os', { minimumOs: { ios: null, android: '19' } }, { platform: null }, 'unknown fact-unknown'],
    ['minimum-os', { minimumOs: { ios: '18', android: null } }, { osVersion: null }, 'unknown fact-unknown'],
  ])('%s with %o and %o is %s', (name, asked, given, answer) => {
    expect(control(name, asked, given)).toBe(answer);
  });

  it('is as bad as its worst control', () => {
    expect(
      mobileCompliance(device({ encrypted: false }), policy({ requireEncryption: true, blockCopy: null })).state,
    ).toBe('not-compliant');
    expect(mobileCompliance(device(), policy()).state).toBe('not-required');
  });
});

describe('compareVersions', () => {
  it('compares number by number, with missing parts as 0', () => {
    expect(compareVersions('9.10', '9.9')).toBeGreaterThan(0);
    expect(compareVersions('9.9', '10')).toBeLessThan(0);
    expect(compareVersions('17', '17.0.0')).toBe(0);
    expect(compareVersions('17.0.0', '17')).toBe(0);
    expect(compareVersions('17', '17.0.1')).toBeLessThan(0);
  });

  it('is the same both ways round', () => {
    const version = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(
        version,
        version,
        (a, b) => Math.sign(compareVersions(a, b)) === -Math.sign(compareVersions(b, a)) || compareVersions(a, b) === 0,
      ),
    );
  });
});

describe('what is recorded', () => {
  it('refuses versions that are no numbers, and chosen users without users', () => {
    expect(MobileDevice.safeParse({ ...rawDevice, osVersion: '17b' }).error?.issues[0]?.message).toContain(
      'e.g. "17.4"',
    );
    expect(MobileDevice.safeParse({ ...rawDevice, osVersion: 'v17' }).success).toBe(false);
    expect(
      MobilePolicy.safeParse({ ...rawPolicy, appliesTo: { kind: 'users', accountIds: [] } }).error?.issues[0]?.message,
    ).toContain('Choose at least one person');
    expect(MobilePolicy.safeParse({ ...rawPolicy, name: '' }).success).toBe(false);
  });

  it('finds two policies for everybody on the same devices', () => {
    const faults = (...policies: MobilePolicy[]) => checkMobilePolicies(policies).map(({ path }) => path);
    const managed = policy({ devices: 'managed' });
    const unmanaged = policy({ devices: 'unmanaged' });
    expect(faults(managed, unmanaged)).toEqual([]);
    expect(faults(managed, managed)).toEqual(['policies.1.appliesTo']);
    expect(faults(policy(), unmanaged)).toEqual(['policies.1.appliesTo']);
    expect(faults(unmanaged, policy())).toEqual(['policies.1.appliesTo']);
    expect(faults(chosen('a'), chosen('b'), policy())).toEqual([]);
    expect(checkMobilePolicies([policy(), policy({ name: 'More' })])[0]?.message).toContain('More and All both apply');
  });
});

it('says of every control what is not known of the device, and what to do about one that fails', () => {
  const asked = policy({ requireEncryption: true, minimumOs: { ios: '18.2', android: null } });
  const said = (given: Record<string, unknown>) =>
    mobileCompliance(device(given), asked)
      .controls.slice(3)
      .map(({ control, reason }) => `${control}: ${reason.text}`);
  expect(said({ encrypted: null, platform: null })).toEqual([
    'encryption: Whether the device is encrypted is not known.',
    'minimum-os: The kind of device is not known.',
  ]);
  expect(said({ encrypted: false, osVersion: null })).toEqual([
    'encryption: The device is not encrypted. Turn encryption on in its settings.',
    'minimum-os: The version of the operating system is not known.',
  ]);
  expect(said({ encrypted: true })).toEqual([
    'encryption: The device is encrypted.',
    'minimum-os: Version 18.1 is older than 18.2. Update the device.',
  ]);
});

it('asks whether a device is managed only where a policy tells managed ones from others', () => {
  const outcome = (...policies: MobilePolicy[]) => mobilePolicyOf(device({ managed: null }), policies).outcome;
  expect(outcome(policy({ devices: 'all' }))).toBe('covered');
  expect(outcome(policy({ devices: 'all' }), policy({ id: 'b', devices: 'managed' }))).toBe('unknown');
});
