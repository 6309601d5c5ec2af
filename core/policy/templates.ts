import { z } from 'zod';
import { CloudId, GroupId } from '../ids.ts';
import { Conditions } from './conditions.ts';
import type { Policy } from './rule.ts';
import { itOnlyAccess } from './templates/it-only-access.ts';
import { approvedDomainsOnly, monitorFirst, noExternalPeople } from './templates/others.ts';

export { approvedDomainsOnly, itOnlyAccess, monitorFirst, noExternalPeople };

/** What an organization says to get a policy that ships, by template. Every policy made of one is valid. */
export const TemplateChoice = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('it-only-access'), itGroup: GroupId.nullable().default(null) }),
  z.strictObject({
    template: z.literal('approved-domains-only'),
    domains: Conditions.shape.targetDomains.unwrap(),
  }),
  z.strictObject({
    template: z.literal('no-external-people'),
    cloudIds: z.array(CloudId).min(1).optional(),
    containers: Conditions.shape.containers,
  }),
  z.strictObject({ template: z.literal('monitor-first') }),
]);
export type TemplateChoice = z.infer<typeof TemplateChoice>;

/** The policy of a template. @param version of the policy to be published */
export function policyOf(choice: TemplateChoice, version: number): Policy {
  switch (choice.template) {
    case 'it-only-access':
      return itOnlyAccess(version, choice);
    case 'approved-domains-only':
      return approvedDomainsOnly(version, choice);
    case 'no-external-people':
      return noExternalPeople(version, {
        ...(choice.cloudIds && { cloudIds: choice.cloudIds }),
        ...(choice.containers && { containers: choice.containers }),
      });
    case 'monitor-first':
      return monitorFirst(version);
  }
}
