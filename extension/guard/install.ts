import { type Ask, askOver } from './ask.ts';
import { guardBeacon } from './beacon.ts';
import { takePort } from './channel.ts';
import { guardFetch } from './fetch.ts';
import { guardForms } from './forms.ts';
import { guardXhr } from './xhr.ts';

/**
 * Puts the guard into a page's own world. It is comfort, not the wall: it can read bodies and explain, and a page that means
 * to can walk around it (a frame without our script, a worker). Network rules and Atlassian's own settings are the wall.
 */
export function installGuard(view: Window & typeof globalThis): void {
  takePort(view.document, (port) => {
    const ask: Ask = askOver(port);
    guardFetch(view, ask);
    guardXhr(view, ask);
    guardBeacon(view, ask);
    guardForms(view, ask);
  });
}
