import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished, vi } from 'vitest';
import { ApiProvider } from '../../admin-panel/api/api.tsx';
import { memoryDrafts } from '../../admin-panel/host/drafts.ts';
import type { Host, HostFetch } from '../../admin-panel/host/host.ts';
import { memoryHistory } from '../../admin-panel/host/memory-history.ts';
import type { LiveEvent } from '../../core/contract/live.ts';
import { paths } from '../../core/contract/routes/index.ts';

export interface PanelDesk {
  readonly onSignedOut: ReturnType<typeof vi.fn>;
  /** Shows these lookers to whoever is signed in now. */
  show(lookers: ReactNode): Promise<void>;
  /** Lets time pass, and what is due happen. */
  pass(ms?: number): Promise<void>;
  /** The stream of events opens. */
  openStream(): Promise<void>;
  /** The service tells of something. */
  tell(event: LiveEvent): Promise<void>;
  /** Somebody has signed out: everything of theirs leaves the screen. */
  leave(): Promise<void>;
}

/**
 * The panel's way to the service (`ApiProvider`), without pages: time and the stream of events stand still until a test says so.
 * Needs a DOM.
 */
export function sitDownAt(answer: HostFetch): PanelDesk {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  const onSignedOut = vi.fn();
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const writer = stream.writable.getWriter();
  let open = (): void => undefined;
  const opened = new Promise<Response>((resolve) => {
    open = () => resolve(new Response(stream.readable));
  });
  const host: Host = {
    kind: 'embedded',
    history: memoryHistory(),
    setTitle: null,
    isUnderHeader: false,
    drafts: memoryDrafts(),
    send: (path, init) => (path === paths.events ? opened : answer(path, init)),
    restoreSession: async () => ({ state: 'signed-in' }),
    signIn: null,
    signInAsOther: null,
    signOut: null,
    live: 'stream',
    theme: 'auto',
    locale: 'en',
    open: () => undefined,
  };
  const root = createRoot(document.createElement('div'));
  const pass = (ms = 0) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  let shown: ReactNode = null;
  const show = async (lookers: ReactNode) => {
    shown = lookers;
    await act(() =>
      root.render(
        <ApiProvider host={host} onSignedOut={onSignedOut}>
          {lookers}
        </ApiProvider>,
      ),
    );
    await pass();
  };
  onTestFinished(async () => {
    await act(() => root.unmount());
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return {
    onSignedOut,
    pass,
    show,
    openStream: async () => {
      await show(shown);
      open();
      await pass();
    },
    tell: async (event) => {
      void writer.write(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
      await pass();
    },
    leave: async () => {
      await act(() => root.render(null));
    },
  };
}
