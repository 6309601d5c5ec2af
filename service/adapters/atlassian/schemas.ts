import { z } from 'zod';

/**
 * The fields that are read, and no others. Sources: Organizations API 2026-09, Jira platform API v3 2026-04, Confluence
 * API v2 2026-04. `catch(null)` marks values whose new members must not stop a sync: they become "not known".
 */
const links = z.object({ next: z.string().nullish() }).nullish();

export const Organization = z.object({ data: z.object({ attributes: z.object({ name: z.string().min(1) }) }) });

export const Domains = z.object({
  data: z.array(
    z.object({ attributes: z.object({ name: z.string().min(1), claim: z.object({ status: z.string() }) }) }),
  ),
  links,
});

const User = z.object({
  accountId: z.string().min(1),
  accountType: z.enum(['atlassian', 'app', 'customer']).nullish().catch(null),
  accountStatus: z.enum(['active', 'inactive', 'closed']).nullish().catch(null),
  membershipStatus: z.enum(['active', 'suspended', 'no_membership']).nullish().catch(null),
  claimStatus: z.enum(['managed', 'unmanaged']).nullish().catch(null),
  managementSource: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  emailVerified: z.boolean().nullish(),
  platformRoles: z.array(z.string()).nullish(),
  groups: z.array(z.object({ id: z.string() })).nullish(),
});
export type User = z.infer<typeof User>;
export const Users = z.object({ data: z.array(User), links });

const Group = z.object({
  id: z.string().min(1),
  name: z.string(),
  directoryId: z.string().nullish(),
  externalSynced: z.boolean().nullish(),
});
export type Group = z.infer<typeof Group>;
export const Groups = z.object({ data: z.array(Group), links });

export const GroupRoles = z.object({
  data: z.array(z.object({ resourceId: z.string(), defaultRole: z.string().nullish(), roles: z.array(z.string()) })),
  links,
});

export const Invitation = z.object({
  data: z.array(
    z.object({
      results: z.array(
        z.object({
          groupAssignmentResult: z
            .array(z.object({ status: z.string(), statusReason: z.string().nullish() }))
            .nullish(),
        }),
      ),
    }),
  ),
});

export const TenantInfo = z.object({ cloudId: z.string().min(1) });

export const ApplicationRoles = z.array(
  z.object({
    key: z.string(),
    groupDetails: z.array(z.object({ groupId: z.string().nullish() })).nullish(),
    defaultGroupsDetails: z.array(z.object({ groupId: z.string().nullish() })).nullish(),
    numberOfSeats: z.number().int().nullish(),
    userCount: z.number().int().nullish(),
    hasUnlimitedSeats: z.boolean().nullish(),
  }),
);

export const InstanceLicense = z.object({ applications: z.array(z.object({ id: z.string(), plan: z.string() })) });

export const JiraUsers = z.array(
  z.object({
    accountId: z.string().min(1),
    accountType: z.enum(['atlassian', 'app', 'customer']).nullish().catch(null),
    displayName: z.string().nullish(),
    emailAddress: z.string().nullish(),
    active: z.boolean().nullish(),
    guest: z.boolean().nullish(),
  }),
);

export const ConfluenceUsers = z.object({
  results: z.array(z.object({ accountId: z.string(), isExternalCollaborator: z.boolean().nullish() })),
});
