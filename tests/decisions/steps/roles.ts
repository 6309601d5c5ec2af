import { z } from 'zod';
import { Role } from '../../../core/contract/roles.ts';
import { Capability, extentOf } from '../../../core/roles/index.ts';
import { step, type TableStep } from '../step.ts';

export const rolesSteps: Readonly<Record<string, TableStep>> = {
  /** How far somebody may go; no roles is a browser without sign-in. */
  'roles.may': step(
    z.strictObject({ capability: Capability, roles: z.array(Role), strangersSeeBadges: z.boolean().default(false) }),
    ({ capability, roles, strangersSeeBadges }) => {
      const { extent, reason } = extentOf(capability, roles, strangersSeeBadges);
      return { extent, reason: reason.code };
    },
  ),
};
