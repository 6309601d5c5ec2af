import type { DirectoryStatus } from '../../core/contract/routes/directory.ts';
import type { DirectoryState } from '../../core/ports/directory-store.ts';
import type { Context } from './context.ts';

/** How the copy of the directory stands, and the seats it counts. */
export async function getDirectory({ store }: Pick<Context, 'store'>): Promise<DirectoryStatus> {
  const { directory } = store;
  const state = await directory.state();
  const organization = await directory.organization();
  const hosts = new Map(organization?.sites.map((site) => [site.cloudId, site.host]));
  return {
    state: stateOf(state),
    finishedAt: state.finishedAt,
    accounts: state.accounts,
    groups: state.groups,
    failure: state.failure,
    domains: organization?.domains ?? [],
    seats: (await directory.seats()).map(({ product, cloudId, seats }) => ({
      product,
      cloudId,
      siteHost: hosts.get(cloudId) ?? cloudId,
      seats,
    })),
  };
}

export function stateOf(state: DirectoryState): DirectoryStatus['state'] {
  if (state.running) return 'running';
  if (state.failure !== null) return 'failed';
  return state.generation > 0 ? 'ready' : 'never';
}
