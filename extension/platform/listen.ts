import type { MessageAnswer } from '../../core/contract/messages/index.ts';
import { api } from './browser.ts';
import { type Source, sourceOf } from './sender.ts';

export type Receive = (message: unknown, from: Source) => Promise<MessageAnswer>;

/** Answers messages of our own scripts and pages; everybody else hears nothing. Call it synchronously at start. */
export function listen(receive: Receive): void {
  const { runtime } = api();
  const self = { id: runtime.id, origin: new URL(runtime.getURL('/')).href.replace(/\/$/, '') };
  runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const from = sourceOf(sender, self);
    if (from === null) return false;
    void receive(message, from).then(respond);
    return true;
  });
}
