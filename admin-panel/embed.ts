// First: no schema may be declared before it.
import './no-eval.ts';

import './styles/index.ts';
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { Host } from './host/host.ts';

export interface Mounted {
  unmount(): void;
}

/**
 * Puts the panel into any element of any page. The host says who is signed in, how the service is called and which theme
 * and language to show; the panel knows nothing else about where it lives.
 */
export function mountGatehouse(element: HTMLElement, host: Host): Mounted {
  // What a boundary catches is said on the page.
  const root = createRoot(element, { onCaughtError: (error) => console.warn(error) });
  root.render(createElement(StrictMode, null, createElement(App, { host })));
  return { unmount: () => root.unmount() };
}
