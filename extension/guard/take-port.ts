import { HAND_OVER } from './channel.ts';
import { itemOf, listen, portsOf, stopEvent, unlisten } from './natives.ts';

/** MAIN's end. `taken` is called at most once, during the isolated script's start. */
export function takePort(target: EventTarget, taken: (port: MessagePort) => void): void {
  let waiting = true;
  const listener = (event: Event): void => {
    if (!waiting) return;
    waiting = false;
    stopEvent(event);
    unlisten(target, HAND_OVER, listener, true);
    const port = itemOf(portsOf(event), 0);
    if (port) taken(port as MessagePort);
  };
  listen(target, HAND_OVER, listener, true);
}
