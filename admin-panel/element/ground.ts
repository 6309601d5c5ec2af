import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import type { Theme } from '../host/host.ts';
import { themes } from './style-sheets.ts';

/** Lays what the panel stands on in a shadow root; returns the element to mount it in. */
export function layGround(root: ShadowRoot): HTMLElement {
  const ground = document.createElement('div');
  ground.className = 'gh-ground';
  const element = document.createElement('div');
  // The panel speaks English whatever the page around it does.
  element.lang = 'en';
  ground.append(element);
  root.replaceChildren(ground);
  // Letters are as large as whoever reads them has chosen in the browser.
  ground.style.setProperty('--gh-rem', getComputedStyle(ground).fontSize);
  return element;
}

export const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** Themes of a part of a page; `@atlaskit/app-provider` would set the page's own, for everything on it. */
export function wear(element: HTMLElement, theme: Theme): void {
  const colorMode = theme === 'auto' ? (systemIsDark().matches ? 'dark' : 'light') : theme;
  element.setAttribute('data-subtree-theme', '');
  for (const [name, value] of Object.entries(getThemeHtmlAttrs({ ...themes, colorMode })))
    element.setAttribute(name, value);
}
