import type { ProductRole } from '../../core/licence/index.ts';
import type { DomainStatus, Plan, Product } from '../../core/organization/index.ts';

/** How an avatar is drawn decides whether its URL gives the person away. */
export type AvatarKind = 'uploaded' | 'gravatar' | 'initials';

export interface FakeAccount {
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly name: string;
  readonly nickname: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly claimStatus: 'managed' | 'unmanaged';
  /** Organizations API v2: status in the directory. */
  readonly status: 'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion';
  readonly accountStatus: 'active' | 'inactive' | 'closed';
  readonly membershipStatus: 'active' | 'suspended' | 'no_membership';
  readonly managementSource: 'invited' | 'synced' | null;
  readonly invitationPending: boolean;
  readonly isConfluenceGuest: boolean;
  readonly isJiraGuest: boolean;
  readonly platformRoles: readonly string[];
  readonly avatar: AvatarKind;
  readonly groups: readonly string[];
  readonly jobTitle: string | null;
  /** ISO date-time. */
  readonly addedToOrg: string;
  readonly lastActive: string | null;
}

export interface FakeGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Synced from an identity provider: read-only here. */
  readonly externalSynced: boolean;
  readonly grants: readonly { readonly product: Product; readonly cloudId: string; readonly role: ProductRole }[];
  /** Default group of these product roles. */
  readonly isDefault: boolean;
}

export interface FakeProduct {
  readonly product: Product;
  readonly plan: Plan;
  /** Seats bought; null where Atlassian publishes none (Confluence). */
  readonly seats: number | null;
}

export interface FakeSite {
  readonly cloudId: string;
  readonly host: string;
  readonly name: string;
  readonly products: readonly FakeProduct[];
}

/** An entry of the organization's audit log, as much as the events API tells. */
export interface FakeEvent {
  readonly id: string;
  /** ISO date-time. */
  readonly time: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly context: readonly {
    readonly id: string;
    readonly type: string;
    readonly attributes: Record<string, string>;
  }[];
  readonly container: readonly {
    readonly id: string;
    readonly type: string;
    readonly attributes: Record<string, string>;
  }[];
}

export interface CloudState {
  readonly orgId: string;
  readonly orgName: string;
  readonly directoryId: string;
  readonly domains: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: DomainStatus;
    readonly type: 'http' | 'dns';
  }[];
  readonly sites: readonly FakeSite[];
  readonly accounts: readonly FakeAccount[];
  readonly groups: readonly FakeGroup[];
  readonly events: readonly FakeEvent[];
  /** What people asked or were invited for through the UI endpoints: what Gatehouse exists to stop. */
  readonly accessRequests: readonly {
    readonly accountId: string;
    readonly ari: string;
    readonly mode: 'REQUEST_ACCESS' | 'DIRECT_ACCESS';
    readonly note: string | null;
    readonly at: string;
  }[];
  readonly shares: readonly {
    readonly accountId: string;
    readonly recipients: readonly string[];
    readonly ari: string;
    readonly at: string;
  }[];
  readonly activations: readonly { readonly accountId: string; readonly product: string; readonly at: string }[];
  /** Makes ids: grows by one with each. */
  readonly nextId: number;
}
