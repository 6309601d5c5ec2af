/** The parts of `runtime.MessageSender` that say where a message came from. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Who made a frame that has no address of its own. */
  readonly origin?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
}

/** Where an accepted message came from. */
export interface Source {
  readonly kind: Exclude<SenderKind, null>;
  /** Null for pages that are in no tab, such as the popup. */
  readonly frame: FramePlace | null;
}

export interface FramePlace {
  readonly tabId: number;
  readonly frameId: number;
}

/**
 * `content`: our script on an Atlassian page. `page`: popup, options, blocked page, panel. `panel`: the one page that may
 * have the session. `prompt`: the page that asks the person, framed in somebody else's or in a window. `null`: anybody else, who gets no answer.
 */
export type SenderKind = 'content' | 'page' | 'panel' | 'prompt' | null;

/** As the manifest's patterns match: sites of any depth, and hosts with the dot of the root. */
const atlassianHost = /^(?:(?:[a-z0-9-]+\.)+atlassian\.net|(?:admin|id|home)\.atlassian\.com)\.?$/;

/** @returns null for a sender that gets no answer */
export function sourceOf(sender: Sender, self: { readonly id: string; readonly origin: string }): Source | null {
  const kind = senderKind(sender, self);
  const [tabId, frameId] = [sender.tab?.id, sender.frameId];
  return kind && { kind, frame: tabId === undefined || frameId === undefined ? null : { tabId, frameId } };
}

/**
 * Judges a sender by what the browser says about it, never by the message.
 * @param self the extension's own id and origin (`chrome-extension://…`, without a trailing slash)
 */
export function senderKind(sender: Sender, self: { readonly id: string; readonly origin: string }): SenderKind {
  if (sender.id !== self.id || sender.url === undefined || !URL.canParse(sender.url)) return null;
  const url = new URL(sender.url);
  if (sender.url.startsWith(`${self.origin}/`)) {
    if (url.pathname.startsWith('/panel-app/')) return 'panel';
    if (url.pathname.startsWith('/prompt/')) return 'prompt';
    return 'page';
  }
  return sender.tab !== undefined && isAtlassian(placeOf(url, sender.origin)) ? 'content' : null;
}

/** A frame that a page filled itself has no host in its address: whose it is, only the browser says. */
const placeOf = (url: URL, origin: string | undefined): URL =>
  (url.protocol === 'about:' || url.protocol === 'blob:') && origin !== undefined && URL.canParse(origin)
    ? new URL(origin)
    : url;

const isAtlassian = ({ protocol, hostname }: URL): boolean => protocol === 'https:' && atlassianHost.test(hostname);
