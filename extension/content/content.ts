import { type PageContext, readPageContext } from '../sites/page-context.ts';
import { onNavigation } from './navigation.ts';
import { observe } from './observe.ts';

/** One look at what changed, shared by every feature. */
export interface Pass {
  /** The changed parts of the page, none inside another. */
  readonly roots: readonly Element[];
  readonly context: PageContext;
}

/** What a feature may use of the page. */
export interface Page {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Where we are now. */
  context(): PageContext;
  /** At most once an animation frame, when something changed; the first pass covers the whole document. */
  onPass(look: (pass: Pass) => void): void;
  /** Asks for a pass over the whole document, e.g. when the policy changed. */
  rescan(): void;
}

/** One thing Gatehouse does on pages. `start` is called once; everything it sets up ends with `page.signal`. */
export interface Feature<Deps> {
  readonly name: string;
  start(page: Page, deps: Deps): void;
}

/** Starts the features on the current page. A feature that fails does not take the others down; `report` is told. */
export function startContent<Deps>(
  features: readonly Feature<Deps>[],
  deps: Deps,
  signal: AbortSignal,
  report: (feature: string, error: unknown) => void,
): void {
  const looks: { readonly feature: string; readonly look: (pass: Pass) => void }[] = [];
  let context: PageContext | null = null;
  const here = (): PageContext => {
    context ??= readPageContext(new URL(location.href), document);
    return context;
  };
  const guarded = (feature: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      report(feature, error);
    }
  };

  let rescan = (): void => undefined;
  for (const feature of features) {
    const page: Page = {
      document,
      signal,
      context: here,
      onPass: (look) => looks.push({ feature: feature.name, look }),
      rescan: () => rescan(),
    };
    guarded(feature.name, () => feature.start(page, deps));
  }

  ({ rescan } = observe(
    document,
    (roots) => {
      // Until the head is parsed the page cannot say who and where: what was read too early is read again.
      if (document.readyState === 'loading') context = null;
      const pass = { roots, context: here() };
      for (const { feature, look } of looks) guarded(feature, () => look(pass));
    },
    signal,
  ));
  onNavigation(
    window,
    () => {
      context = null;
      rescan();
    },
    signal,
  );
  document.addEventListener(
    'DOMContentLoaded',
    () => {
      context = null;
      rescan();
    },
    { once: true, signal },
  );
}
