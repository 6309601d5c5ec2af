import { type Mounted, mountGatehouse } from '../embed.ts';
import { memoryDrafts } from '../host/drafts.ts';
import { elementHost, type TokenProvider } from '../host/element.ts';
import type { Theme } from '../host/host.ts';
import { memoryHistory } from '../host/memory-history.ts';
import { layGround, systemIsDark, wear } from './ground.ts';
import { styleSheets } from './style-sheets.ts';

/** Told, bubbling, whenever somebody has gone somewhere in the panel. */
export type NavigateEvent = CustomEvent<{ readonly place: string }>;

/**
 * `<gatehouse-panel service="https://gatehouse.example.com">`: the panel in an element of somebody else's page.
 *
 * Attributes: `service`, the address of the service; `theme`, which is `auto`, `light` or `dark`; `locale`, for dates and numbers.
 * Properties: `token`, a function that gives the session (never an attribute: those are for everybody to read); `place`, where somebody
 * is, to be kept or set by the page. Event: `gatehouse-navigate`.
 */
export class GatehousePanel extends HTMLElement {
  static readonly observedAttributes = ['service', 'theme', 'locale'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #history = memoryHistory();
  readonly #drafts = memoryDrafts();
  #token: TokenProvider = async () => null;
  /** Ends when the element is taken out of the page, or when it has to begin anew. */
  #stay = new AbortController();
  #ground: HTMLElement | null = null;

  constructor() {
    super();
    this.#history.listen(() => {
      const detail = { place: this.place };
      this.dispatchEvent(new CustomEvent('gatehouse-navigate', { bubbles: true, composed: true, detail }));
    });
  }

  get token(): TokenProvider {
    return this.#token;
  }

  set token(provider: TokenProvider) {
    this.#token = provider;
    this.#beginAnew();
  }

  /** Starts with `#`, or is empty before anybody went anywhere. */
  get place(): string {
    return this.#history.current();
  }

  set place(address: string) {
    if (address !== this.place) this.#history.push(address);
  }

  connectedCallback(): void {
    takeOver(this, 'token');
    takeOver(this, 'place');
    this.#beginAnew();
  }

  disconnectedCallback(): void {
    this.#stay.abort();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === 'theme') this.#dress();
    else this.#beginAnew();
  }

  #beginAnew(): void {
    this.#stay.abort();
    if (!this.isConnected) return;
    this.#stay = new AbortController();
    this.#begin(this.#stay.signal).catch((cause: unknown) => {
      layGround(this.#root).textContent = 'Gatehouse could not be loaded. Reload the page.';
      reportError(cause);
    });
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const service = httpAddress(this.getAttribute('service'));
    if (service === null) {
      layGround(this.#root).textContent = NO_SERVICE;
      return;
    }
    const sheets = await styleSheets();
    if (signal.aborted) return;
    this.#root.adoptedStyleSheets = sheets;
    const ground = layGround(this.#root);
    this.#ground = ground;
    this.#dress();
    systemIsDark().addEventListener('change', () => this.#dress(), { signal });
    const host = elementHost({
      service,
      token: (refused) => this.#token(refused),
      locale: this.getAttribute('locale') ?? navigator.language,
      history: this.#history,
      drafts: this.#drafts,
    });
    const mounted: Mounted = mountGatehouse(ground, host);
    signal.addEventListener('abort', () => mounted.unmount());
  }

  #dress(): void {
    if (this.#ground) wear(this.#ground, themeOf(this.getAttribute('theme')));
  }
}

const NO_SERVICE =
  'Gatehouse: the attribute “service” has to be the address of the service, such as https://gatehouse.example.com.';

function httpAddress(text: string | null): URL | null {
  const address = URL.parse(text ?? '');
  return address !== null && /^https?:$/.test(address.protocol) ? address : null;
}

const themeOf = (text: string | null): Theme => (text === 'light' || text === 'dark' ? text : 'auto');

/** What a page has set before the element was defined lies over the property that the element has. */
function takeOver<K extends 'token' | 'place'>(panel: GatehousePanel, name: K): void {
  if (!Object.hasOwn(panel, name)) return;
  const value = panel[name];
  delete (panel as Partial<Pick<GatehousePanel, K>>)[name];
  panel[name] = value;
}
