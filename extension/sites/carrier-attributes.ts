/** Attribute changes that can turn an element into somebody else: React reuses nodes, virtual lists recycle rows. */
export const carrierAttributes: readonly string[] = [
  'src',
  'href',
  'value',
  'aria-label',
  'data-mention-id',
  'data-account-id',
];
