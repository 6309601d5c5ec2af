import { HoverCard } from '../features/identity-badges/hover-card.ts';
import { noteKit } from '../features/licence-warnings/note-kit.ts';
import { showPrompt } from '../features/policy-prompt/dialog.ts';
import { tellAgain, tellBeyond, tellLate, tellNews } from '../features/request-notice/tell.ts';
import { provide } from './shelf.ts';

/** Everything we draw over or into a page beside badges themselves. Most pages never show any of it. */
const overlays = { showPrompt, noteKit, tellNews, tellBeyond, tellAgain, tellLate, hoverCard: () => new HoverCard() };

declare module './shelf.ts' {
  interface OnDemand {
    readonly overlays: typeof overlays;
  }
}

provide('overlays', overlays);
