import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { AccountId } from '../ids.ts';
import { because, type Reason } from '../reason.ts';
import { PolicyId } from './authentication-policy.ts';
import type { PolicyFault } from './check-policies.ts';
import { type ControlResult, type ControlState, controlResult, overallState } from './control-state.ts';

const version = z.string().regex(/^\d{1,6}(\.\d{1,6}){0,3}$/, 'Write a version as numbers with dots, e.g. "17.4".');

/** A mobile app policy (section 5 of the domain). `null` is a setting that is not known. */
export const MobilePolicy = z.object({
  id: PolicyId,
  name: z.string().min(1, 'Give the policy the name that it has in Atlassian Administration.'),
  /** Everybody with access, managed and external, or chosen people, who must have managed accounts. */
  appliesTo: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('organization') }),
    z.object({ kind: z.literal('users'), accountIds: z.array(AccountId).min(1, 'Choose at least one person.') }),
  ]),
  devices: z.enum(['all', 'managed', 'unmanaged']),
  blockScreenshots: z.boolean().nullable(),
  blockCopy: z.boolean().nullable(),
  blockExport: z.boolean().nullable(),
  requireEncryption: z.boolean().nullable(),
  minimumOs: z.object({ ios: version.nullable(), android: version.nullable() }).nullable(),
});
export type MobilePolicy = z.infer<typeof MobilePolicy>;

/** One device of one person, as a device management system tells it. `null` is not known. */
export const MobileDevice = z.object({
  accountId: AccountId,
  identityType: IdentityType,
  managed: z.boolean().nullable(),
  platform: z.enum(['ios', 'android']).nullable(),
  osVersion: version.nullable(),
  encrypted: z.boolean().nullable(),
});
export type MobileDevice = z.infer<typeof MobileDevice>;

export interface MobileCoverage {
  readonly outcome: 'covered' | 'not-covered' | 'unknown';
  readonly policy: MobilePolicy | null;
  readonly reasons: readonly Reason[];
}

/**
 * Which mobile app policy applies to a device: one that names the person, else the organization-wide one; no page of Atlassian
 * confirms that order, which the reasons say when it decided.
 */
export function mobilePolicyOf(device: MobileDevice, policies: readonly MobilePolicy[]): MobileCoverage {
  const answer = (outcome: MobileCoverage['outcome'], policy: MobilePolicy | null, ...reasons: Reason[]) => ({
    outcome,
    policy,
    reasons,
  });
  if (device.identityType === 'portal-only' || device.identityType === 'app')
    return answer('not-covered', null, because('no-mobile-app', 'Only Atlassian accounts use the mobile apps.'));
  const named = policies.filter(
    ({ appliesTo }) => appliesTo.kind === 'users' && appliesTo.accountIds.includes(device.accountId),
  );
  const wide = policies.filter(({ appliesTo }) => appliesTo.kind === 'organization');
  if (named.length > 0 && device.identityType === 'external')
    return answer(
      'unknown',
      null,
      because('chosen-but-external', 'Chosen people must have managed accounts; this one is external.'),
    );
  if (device.managed === null && [...named, ...wide].some(({ devices }) => devices !== 'all'))
    return answer(
      'unknown',
      null,
      because('device-unknown', 'Whether the device is managed is not known, and policies differ by it.'),
    );
  const fits = ({ devices }: MobilePolicy): boolean =>
    devices === 'all' || devices === (device.managed === true ? 'managed' : 'unmanaged');
  const forPerson = named.filter(fits);
  const forAll = wide.filter(fits);
  const candidates = forPerson.length > 0 ? forPerson : forAll;
  const policy = candidates[0];
  if (!policy)
    return answer('not-covered', null, because('no-policy', 'No mobile app policy is recorded for this device.'));
  if (candidates.length > 1)
    return answer(
      'unknown',
      null,
      because('several-policies', `Several policies fit: ${candidates.map(({ name }) => name).join(', ')}.`),
    );
  if (policy.appliesTo.kind === 'organization')
    return answer('covered', policy, because('organization-policy', `${policy.name} applies to everybody.`));
  const named1 = because('chosen-users', `${policy.name} names this person.`);
  return forAll.length === 0
    ? answer('covered', policy, named1)
    : answer(
        'covered',
        policy,
        named1,
        because('order-unverified', 'That it goes before the organization-wide policy is not confirmed.'),
      );
}

/** Below zero when `a` is the older version, above when newer, 0 when they are the same; `17` is `17.0`. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const parts = Math.max(left.length, right.length);
  for (let index = 0; index < parts; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const MobileControl = z.enum(['screenshots', 'copy', 'export', 'encryption', 'minimum-os']);
export type MobileControl = z.infer<typeof MobileControl>;

export interface MobileCompliance {
  readonly state: ControlState;
  readonly controls: readonly ControlResult<MobileControl>[];
}

/** How a device stands to a policy, control by control. What the app itself prevents holds as soon as the policy covers it. */
export function mobileCompliance(device: MobileDevice, policy: MobilePolicy): MobileCompliance {
  const controls = [
    byTheApp('screenshots', policy.blockScreenshots),
    byTheApp('copy', policy.blockCopy),
    byTheApp('export', policy.blockExport),
    encryption(device, policy),
    minimumOs(device, policy),
  ];
  return { state: overallState(controls), controls };
}

const settingUnknown = (control: MobileControl): ControlResult<MobileControl> =>
  controlResult(control, 'unknown', 'setting-unknown', 'What the policy asks for here has not been recorded yet.');
const notRequired = (control: MobileControl): ControlResult<MobileControl> =>
  controlResult(control, 'not-required', 'not-required', 'The policy does not ask for this.');

function byTheApp(control: MobileControl, blocked: boolean | null): ControlResult<MobileControl> {
  if (blocked === null) return settingUnknown(control);
  return blocked
    ? controlResult(control, 'compliant', 'prevented-by-the-app', 'The mobile app prevents it.')
    : notRequired(control);
}

function encryption({ encrypted }: MobileDevice, { requireEncryption }: MobilePolicy): ControlResult<MobileControl> {
  const control = 'encryption';
  if (requireEncryption === null) return settingUnknown(control);
  if (!requireEncryption) return notRequired(control);
  if (encrypted === null)
    return controlResult(control, 'unknown', 'fact-unknown', 'Whether the device is encrypted is not known.');
  return encrypted
    ? controlResult(control, 'compliant', 'encrypted', 'The device is encrypted.')
    : controlResult(
        control,
        'not-compliant',
        'not-encrypted',
        'The device is not encrypted. Turn encryption on in its settings.',
      );
}

function minimumOs(device: MobileDevice, { minimumOs: minimum }: MobilePolicy): ControlResult<MobileControl> {
  const control = 'minimum-os';
  if (minimum === null) return settingUnknown(control);
  if (minimum.ios === null && minimum.android === null) return notRequired(control);
  if (device.platform === null)
    return controlResult(control, 'unknown', 'fact-unknown', 'The kind of device is not known.');
  const least = minimum[device.platform];
  if (least === null) return notRequired(control);
  if (device.osVersion === null)
    return controlResult(control, 'unknown', 'fact-unknown', 'The version of the operating system is not known.');
  return compareVersions(device.osVersion, least) >= 0
    ? controlResult(control, 'compliant', 'new-enough', `Version ${device.osVersion} is new enough.`)
    : controlResult(
        control,
        'not-compliant',
        'too-old',
        `Version ${device.osVersion} is older than ${least}. Update the device.`,
      );
}

/** Faults of recorded mobile policies: two that apply to the whole organization on the same devices. */
export function checkMobilePolicies(policies: readonly MobilePolicy[]): PolicyFault[] {
  const overlap = (a: MobilePolicy, b: MobilePolicy) =>
    a.devices === 'all' || b.devices === 'all' || a.devices === b.devices;
  return policies.flatMap((policy, index): PolicyFault[] => {
    if (policy.appliesTo.kind !== 'organization') return [];
    const other = policies.slice(0, index).find((one) => one.appliesTo.kind === 'organization' && overlap(one, policy));
    return other
      ? [
          {
            code: 'two-organization-policies',
            level: 'error',
            path: `policies.${index}.appliesTo`,
            message: `${policy.name} and ${other.name} both apply to everybody on the same devices. Keep one of them.`,
          },
        ]
      : [];
  });
}
