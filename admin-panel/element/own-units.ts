/**
 * Styles that measure by the panel and not by the page around it: `rem` becomes the panel's own (`--gh-rem`), because the page's root
 * element may have any size of letters; and how wide the window is becomes how wide the panel is.
 */
export const inOwnUnits = (css: string): string =>
  css.replace(
    /@media\s*(\((?:max-)?width\s*(?::|<=)\s*\d+px\))\s*\{|@[^{;]+[{;]|(?<![\w-])(-?[\d.]+)rem\b/g,
    (all, width, rem) =>
      width !== undefined ? `@container ${width}{` : rem !== undefined ? `calc(${rem}*var(--gh-rem))` : all,
  );
