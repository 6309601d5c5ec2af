/** Names that Atlassian's own components keep in every build; scripts in the wild rely on them. */
const kept = new Set([
  'user-hover',
  'user-mention',
  'confluence-userlink',
  'ak-renderer-document',
  'wiki-content',
  'adg3',
]);

/**
 * A class name as the products' build tools make it: short, meaningless, different with every build in the real thing.
 * Style sheets and elements go through the same function, so sources stay readable and pages do not.
 */
export function className(name: string): string {
  if (kept.has(name) || name.includes('__') || name.startsWith('atlaskit-')) return name;
  let sum = 2166136261;
  for (const char of name) sum = Math.imul(sum ^ char.charCodeAt(0), 16777619) >>> 0;
  return `_${sum.toString(36).padStart(7, '0')}${name.length.toString(36)}`;
}

export const classNames = (names: string): string => names.split(' ').filter(Boolean).map(className).join(' ');
