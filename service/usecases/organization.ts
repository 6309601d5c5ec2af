import type { Organization, Site } from '../../core/organization/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import { Failure } from './failure.ts';

/** The organization as last read; throws `directory-not-ready` before the first sync. */
export async function readyOrganization(reads: Pick<Reads, 'directory'>): Promise<Organization> {
  const organization = await reads.directory.organization();
  if (!organization) throw new Failure('directory-not-ready');
  return organization;
}

/** The site a page names, by either of its names. Throws `bad-request` without a name, `not-found` for another's site. */
export function siteOf(
  organization: Organization,
  { cloudId, siteHost }: { cloudId: string | null; siteHost: string | null },
): Site {
  if (cloudId === null && siteHost === null)
    throw new Failure('bad-request', 'Name the site by cloudId or by siteHost.');
  const host = siteHost?.toLowerCase();
  const site = organization.sites.find((candidate) =>
    cloudId === null ? candidate.host === host : candidate.cloudId === cloudId,
  );
  if (!site)
    throw new Failure(
      'not-found',
      'This site is not one of those Gatehouse looks after. An admin can add it to GATEHOUSE_SITES.',
    );
  return site;
}
