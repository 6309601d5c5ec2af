import type { Role } from '../../core/contract/roles.ts';
import type { ClientId } from '../../core/contract/routes/session.ts';
import type { AccountId, OrgId } from '../../core/ids.ts';
import type { PriceBook } from '../../core/licence/index.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { IdentityProvider } from '../../core/ports/identity-provider.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Person } from '../../core/requests/index.ts';
import type { GroupMap } from './group-map.ts';

/** What the installation has decided; see `service/config.ts`. */
export interface Settings {
  readonly orgId: OrgId;
  readonly version: string;
  readonly groupMap: GroupMap;
  readonly priceBook: PriceBook;
  /** Group of the OpenID Connect provider → role. */
  readonly roleGroups: Readonly<Record<Exclude<Role, 'member'>, string>>;
  /** In any spelling; null when nobody is named. */
  readonly bootstrapAdmin: string | null;
  /** Addresses a client may be sent back to. */
  readonly redirectUris: Readonly<Record<ClientId, readonly string[]>>;
}

/** What use cases work with. */
export interface Context {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly identityProvider: IdentityProvider;
  /** Wakes a job that may be asleep. */
  readonly wake: { grants(): void; directorySync(): boolean };
}

/** The person a call comes from. */
export interface Caller {
  readonly subject: string;
  readonly name: string;
  /** Verified by the provider; empty when it was not. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** Null when the directory has nobody of that address. */
  readonly accountId: AccountId | null;
  readonly tokenHash: string;
}

export const personOf = ({ subject, accountId, name, email }: Caller): Person => ({ subject, accountId, name, email });

export const isStaff = (caller: Caller): boolean => caller.roles.some((role) => role !== 'member');

export const auditActor = (caller: Pick<Caller, 'subject' | 'name'>) =>
  ({ kind: 'person', subject: caller.subject, name: caller.name }) as const;

/** `seconds` after an ISO date-time. */
export const after = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
