import { HoverCard } from '../features/identity-badges/hover-card.ts';
import { noteKit } from '../features/licence-warnings/note-kit.ts';
import { showPrompt } from '../features/policy-prompt/dialog.ts';
import { toast } from '../features/request-notice/toast.ts';
import { provide } from './shelf.ts';

/** Everything we draw over or into a page beside badges themselves. Most pages never show any of it. */
const overlays = { showPrompt, noteKit, toast, hoverCard: () => new HoverCard() };
export type Overlays = typeof overlays;

provide('overlays', overlays);
