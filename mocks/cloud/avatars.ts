import { createHash } from 'node:crypto';
import type { FakeAccount } from './state.ts';

const avatars = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net';

/**
 * The picture's address as pages carry it: an uploaded one has the account id in it, a gravatar one the md5 of the
 * lower-cased e-mail, initials nothing.
 */
export function avatarUrl(account: Pick<FakeAccount, 'accountId' | 'name' | 'email' | 'avatar'>): string {
  const initials = `${avatars}/initials/${initialsOf(account.name)}-2.png`;
  if (account.avatar === 'uploaded') return `${avatars}/${account.accountId}/${pictureId(account.accountId)}/48`;
  if (account.avatar === 'gravatar' && account.email !== null)
    return `https://secure.gravatar.com/avatar/${emailHash(account.email)}?d=${encodeURIComponent(initials)}`;
  return initials;
}

export const emailHash = (email: string): string => createHash('md5').update(email.trim().toLowerCase()).digest('hex');

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}]/gu, '')[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase() || 'X';

function pictureId(accountId: string): string {
  const digest = createHash('md5').update(accountId).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
