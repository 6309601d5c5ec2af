import { z } from 'zod';
import { Role } from '../contract/roles.ts';
import { type Question, question } from '../question.ts';
import { Capability, extentOf } from './capabilities.ts';

export const rolesQuestions: Readonly<Record<string, Question>> = {
  /** How far somebody may go; no roles is a browser without sign-in. */
  'roles.may': question(
    z.strictObject({ capability: Capability, roles: z.array(Role), strangersSeeBadges: z.boolean().default(false) }),
    ({ capability, roles, strangersSeeBadges }) => {
      const { extent, reason } = extentOf(capability, roles, strangersSeeBadges);
      return { extent, reason: reason.code };
    },
  ),
};
