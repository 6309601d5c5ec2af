import type { RequestId } from '../../../core/ids.ts';
import type { AccessGrants } from '../../../core/ports/access-grants.ts';
import type { Context } from '../../usecases/context.ts';

export interface GrantContext extends Pick<Context, 'settings' | 'store' | 'clock'> {
  readonly grants: AccessGrants;
  /** This process, as leases name it. */
  readonly owner: string;
  readonly leaseSeconds: number;
  /** A lease could not be extended while Atlassian took its time; the grant goes on. */
  readonly onLeaseTrouble: (id: RequestId, error: unknown) => void;
  readonly syncDirectory: () => void;
}

/** The actor of everything this job does. */
export const system = { kind: 'system', name: 'grants' } as const;
