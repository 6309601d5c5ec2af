import Button from '@atlaskit/button/new';
import { Component, type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react';
import { Notice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';

/** The code of a page did not come: no network, or a newer version stands where it was. */
class NotLoaded extends Error {}

export interface PageOnDemand<P extends object> {
  readonly Page: LazyExoticComponent<ComponentType<P>>;
  /** Fetches the code, so that it is at hand when the page is opened. */
  readonly fetch: () => Promise<unknown>;
}

/** A page whose code is not part of the first load. */
export const pageOnDemand = <P extends object>(load: () => Promise<ComponentType<P>>): PageOnDemand<P> => ({
  fetch: load,
  Page: lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new NotLoaded('The code of a page did not come.', { cause });
    }
  }),
});

/** Holds the place of a page until its code is there, and says so when it does not come. */
export const WhileLoading = ({ what, children }: { what: string; children: ReactNode }) => (
  <OrNotLoaded what={what}>
    <Suspense
      fallback={
        <>
          <h1 className="gh-hidden">{what}</h1>
          <Skeleton rows={6} what={what} />
        </>
      }
    >
      {children}
    </Suspense>
  </OrNotLoaded>
);

class OrNotLoaded extends Component<{ what: string; children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError = (error: unknown) => ({ error });

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!(error instanceof NotLoaded)) throw error;
    return (
      <>
        <h1 className="gh-hidden">{this.props.what}</h1>
        <Notice
          tone="danger"
          title={`${this.props.what} could not be loaded`}
          role="alert"
          actions={
            <Button spacing="compact" onClick={() => location.reload()}>
              Reload
            </Button>
          }
        >
          Check your connection and reload the page.
        </Notice>
      </>
    );
  }
}
