import { MARK } from '../../content/mount.ts';
import type { Explained, HoverCard } from './hover-card.ts';

/** Long enough to move the pointer from the badge to the card. */
const LINGER_MS = 200;

/**
 * Shows why a badge says what it says, on a card that `load` brings the first time: on hover, focus and press, until the pointer
 * or focus leaves, or Escape. Listens on the document once for all badges; shadow roots are closed, so events arrive with the
 * badge's host as their target. What is meant for a badge does not reach the page: no card is opened or dragged, no shortcut
 * runs.
 */
export function explainOn(
  document: Document,
  contentOf: (host: Element) => Explained | null,
  load: () => Promise<HoverCard | null>,
  signal: AbortSignal,
): void {
  let card: HoverCard | null = null;
  let shown: Element | null = null;
  let timer = 0;

  const show = (host: Element): void => {
    clearTimeout(timer);
    const content = contentOf(host);
    if (!content || shown === host) return;
    shown = host;
    if (card) card.show(host, content);
    else void loadAndShow(host, content);
  };
  const loadAndShow = async (host: Element, content: Explained): Promise<void> => {
    card ??= await load();
    if (shown === host && !signal.aborted) card?.show(host, content);
  };
  const hide = (): void => {
    clearTimeout(timer);
    shown = null;
    card?.hide();
  };
  const hideSoon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(hide, LINGER_MS);
  };

  const on = <K extends keyof DocumentEventMap>(
    type: K,
    run: (event: DocumentEventMap[K], host: Element | null) => void,
  ): void =>
    document.addEventListener(
      type,
      (event) => {
        // A script of the page must not open the card; only what a person does counts.
        if (!event.isTrusted) return;
        const host = event.target instanceof Element && event.target.hasAttribute(MARK) ? event.target : null;
        if (host || shown) run(event, host);
      },
      { capture: true, signal },
    );

  on('pointerover', (_event, host) => {
    if (!host) hideSoon();
    else if (host === card?.host) clearTimeout(timer);
    else show(host);
  });
  on('focusin', (_event, host) => (host && host !== card?.host ? show(host) : hideSoon()));
  on('focusout', hideSoon);
  on('click', (event, host) => {
    if (!host || !contentOf(host)) return;
    event.preventDefault();
    event.stopPropagation();
    show(host);
  });
  for (const type of ['pointerdown', 'mousedown'] as const) {
    on(type, (event, host) => {
      if (host && contentOf(host)) event.stopPropagation();
    });
  }
  on('keydown', (event, host) => {
    const ours = host !== null && contentOf(host) !== null;
    if (event.key === 'Escape' && shown) {
      hide();
      event.preventDefault();
      event.stopPropagation();
    } else if (ours && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation();
  });
  signal.addEventListener(
    'abort',
    () => {
      hide();
      card?.remove();
    },
    { once: true },
  );
}
