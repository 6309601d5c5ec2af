import type { AccessPath, AccessPathId, ValueMeaning } from './access-path.ts';
import { appAccessPaths } from './paths-app-access.ts';
import { appAndAccountPaths } from './paths-apps-and-accounts.ts';
import { customerAndPublicPaths } from './paths-customers-and-public.ts';
import { roleAndGroupPaths } from './paths-roles-and-groups.ts';

/** All 21 access paths in the order of their numbers (section 6 of the domain). */
export const accessPaths: readonly AccessPath[] = [
  ...appAccessPaths,
  ...roleAndGroupPaths,
  ...customerAndPublicPaths,
  ...appAndAccountPaths,
];

/** Everybody may say of any path that it is open or closed, without the words of the setting. */
const plainValues: readonly ValueMeaning[] = [
  { value: 'closed', state: 'closed', gives: null, text: 'It is said to be closed.' },
  { value: 'open', state: 'open', gives: 'access', text: 'It is said to be open.' },
];

export const isPlainValue = (value: string): boolean => plainValues.some((plain) => plain.value === value);

/** What a value of a path means; null when nobody has written it down, which is unknown and never closed. */
export function meaningOf(path: AccessPathId, value: string): ValueMeaning | null {
  const own = accessPaths.find(({ id }) => id === path)?.values ?? [];
  return [...own, ...plainValues].find((meaning) => meaning.value === value) ?? null;
}
