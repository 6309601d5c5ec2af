import { type Ask, askOver } from './ask.ts';
import { HAND_OVER, UNKNOWN } from './channel.ts';
import { cancel, isMessage, itemOf, later, listen, portsOf, stopEvent, unlisten } from './natives.ts';

/**
 * MAIN's end: asks over the first port that is handed over, which is during the isolated script's start, and over no other. As
 * long as there is none nobody can be asked, and nothing goes.
 */
export function takePort(target: EventTarget): Ask {
  let ask: Ask | null = null;
  const listener = (event: Event): void => {
    const port = isMessage(event) && itemOf(portsOf(event), 0);
    if (!port || ask) return;
    stopEvent(event);
    unlisten(target, HAND_OVER, listener, true);
    ask = askOver(port as MessagePort);
  };
  listen(target, HAND_OVER, listener, true);
  return (place, text, answered) => {
    if (ask) return ask(place, text, answered);
    const timer = later(() => answered({ allow: false, message: UNKNOWN }), 0);
    return () => cancel(timer);
  };
}
