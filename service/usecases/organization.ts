import { domainKey, type Organization, type Site } from '../../core/organization/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import { Failure } from './failure.ts';

/** The organization as last read; throws `directory-not-ready` before the first sync. */
export async function readyOrganization(reads: Pick<Reads, 'directory'>): Promise<Organization> {
  const organization = await reads.directory.organization();
  if (!organization) throw new Failure('directory-not-ready');
  return organization;
}

/**
 * The site a page names, by either of its names or by both, its host in any spelling. Throws `bad-request` without a name and for
 * names of two sites, of which neither goes first; `not-found` for another's site.
 */
export function siteOf(
  { sites }: Pick<Organization, 'sites'>,
  { cloudId, siteHost }: { cloudId: string | null; siteHost: string | null },
): Site {
  if (cloudId === null && siteHost === null)
    throw new Failure('bad-request', 'Name the site by cloudId or by siteHost.');
  const byId = sites.find((site) => site.cloudId === cloudId);
  const byHost = siteHost === null ? undefined : sites.find((site) => domainKey(site.host) === domainKey(siteHost));
  if (cloudId !== null && siteHost !== null && byId !== byHost)
    throw new Failure(
      'bad-request',
      'The cloudId and the siteHost are not those of one site, so nobody can tell which is meant. Name one of them, or two that belong together.',
    );
  const site = byId ?? byHost;
  if (!site)
    throw new Failure(
      'not-found',
      'This site is not one of those Gatehouse looks after. An admin can add it to GATEHOUSE_SITES.',
    );
  return site;
}
