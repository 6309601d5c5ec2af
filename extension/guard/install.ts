import { guardBeacon } from './beacon.ts';
import { guardFetch } from './fetch.ts';
import { guardForms } from './forms.ts';
import { noteLeaving } from './left.ts';
import { own, takeAway } from './natives.ts';
import { realmOf } from './realm.ts';
import { keepStanding } from './standing.ts';
import { takePort } from './take-port.ts';
import { guardXhr } from './xhr.ts';

/**
 * Puts the guard into a page's own world. It is comfort, not the wall: it can read bodies and explain, and a page that means
 * to can walk around it (`docs/limits.md` lists how). Network rules and Atlassian's own settings are the wall.
 */
export function installGuard(view: Window & typeof globalThis): void {
  const realm = realmOf(view);
  const ask = takePort(view.document);
  guardFetch(realm, ask);
  guardXhr(realm, ask);
  const { isLeft, stand: standForLeaving } = noteLeaving();
  guardBeacon(realm, isLeft, ask);
  const standForForms = guardForms(realm, ask);
  keepStanding(realm, (of) => {
    standForForms(of);
    standForLeaving(of);
  });
  // They send when the page is gone and nobody can be asked any more.
  takeAway(view, 'fetchLater');
  // Not there in frames of an origin of their own.
  const registration = own(view, 'ServiceWorkerRegistration');
  if (registration) takeAway(own(registration as object, 'prototype') as object, 'backgroundFetch');
}
