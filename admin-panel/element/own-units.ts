/**
 * Styles that measure by the panel and not by the page around it: `rem` becomes the panel's own (`--gh-rem`), because the page's root
 * element may have any size of letters; and where the panel's own parts ask how wide the window is, they ask how wide the panel is.
 * What Atlaskit asks is about dialogs and flags, which stand in the window.
 */
export const inOwnUnits = (css: string): string =>
  css
    .replace(ASKS_WIDTH, '@container $1{')
    .replace(PRELUDE_OR_REM, (all, rem) => (rem === undefined ? all : `calc(${rem}*var(--gh-rem))`));

const ASKS_WIDTH = /@media\s*(\((?:max-)?width\s*(?::|<=)\s*\d+px\))\s*\{(?=[^{}]*\.gh-)/g;

/** In what a rule asks, `rem` is the browser's own and cannot be another. */
const PRELUDE_OR_REM = /@[^{;]+[{;]|(?<![\w-])(-?[\d.]+)rem\b/g;
