import { parsed, sayIn } from '../../core/words/index.ts';
import { en } from './en/index.ts';
import type { PanelMessages } from './messages/index.ts';

/** What people read in the panel. Times are written by the browser's own kind of English (`time.ts`). */
export const say = sayIn<PanelMessages>((key) => {
  const text = Object.hasOwn(en, key) ? en[key as keyof typeof en] : null;
  return text === null ? null : parsed(text);
}, 'en');
