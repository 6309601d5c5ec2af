import { themeImportMap } from '@atlaskit/tokens/artifacts/theme-import-map';
import { inOwnUnits } from './own-units.ts';

/** In the build of the element, every style sheet that the panel imports (`stylesAsText` in vite.ts). */
const PANEL = '%GATEHOUSE_STYLES%';

/** What the page gives its elements to inherit ends at the ground; direction and custom properties do not, and the themes set theirs anew. */
const GROUND = `
:host { display: block; }
.gh-ground { all: initial; display: block; min-height: 100%; container-type: inline-size; }
.gh-ground .gh-app { min-height: 0; }
`;

/** As `@atlaskit/app-provider` sets them on a page of the panel's own. */
export const themes = {
  light: 'light',
  dark: 'dark',
  shape: 'shape',
  spacing: 'spacing',
  typography: 'typography',
  motion: 'motion',
} as const;

let sheets: Promise<CSSStyleSheet[]> | null = null;

/** Everything the panel looks like, for shadow roots of this document: read once, however many elements there are. */
export function styleSheets(): Promise<CSSStyleSheet[]> {
  sheets ??= read().catch((cause: unknown) => {
    sheets = null;
    throw cause;
  });
  return sheets;
}

async function read(): Promise<CSSStyleSheet[]> {
  const tokens = await Promise.all(Object.values(themes).map(async (id) => (await themeImportMap[id]()).default));
  const sheet = (css: string) => {
    const made = new CSSStyleSheet();
    made.replaceSync(inOwnUnits(css));
    return made;
  };
  return [...tokens, PANEL, GROUND].map(sheet);
}
