import { HAND_OVER } from './channel.ts';

/** The isolated end: hands one side of a new channel to MAIN and returns the other. Must run at `document_start`. */
export function handOverPort(target: EventTarget): MessagePort {
  const { port1, port2 } = new MessageChannel();
  target.dispatchEvent(new MessageEvent(HAND_OVER, { ports: [port2] }));
  return port1;
}
