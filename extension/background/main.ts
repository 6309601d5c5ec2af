import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import { hosts } from '../manifest.ts';
import { every } from '../platform/alarms.ts';
import { onBlocked } from '../platform/blocked-requests.ts';
import { onManagedChange, onStart, onTabClosed } from '../platform/lifecycle.ts';
import { listen } from '../platform/listen.ts';
import { onHostAccessChange } from '../platform/permissions.ts';
import { closeStorageToContentScripts } from '../platform/slot.ts';
import { blocked } from './blocked.ts';
import { handlers } from './handlers.ts';
import { tick } from './jobs.ts';
import { tabClosed } from './prompt-handlers.ts';
import { route } from './route.ts';

// The worker may be started by any of these events and die at any line: every listener stands before the first await.
listen(async (message, from) => {
  await ready;
  return route(handlers, message, from);
});
every('tick', 0.5, () => void ready.then(tick));
// To be heard is enough: the worker is started for it, and looks after everything then.
onStart(() => undefined);
onManagedChange(() => void ready.then(tick));
onHostAccessChange(() => void ready.then(tick));
onTabClosed((tabId) => void ready.then(() => tabClosed(tabId)).catch(unforgotten));
onBlocked(Object.values(hosts), (request) => void ready.then(() => blocked(request)).catch(untold));
self.addEventListener('online', () => void ready.then(tick));

const unforgotten = (error: unknown): void =>
  console.info('Gatehouse: prompts of a closed tab are kept until the browser ends.', error);

const untold = (error: unknown): void =>
  console.error('Gatehouse: a stopped request was neither recorded nor told.', error);

const ready = closeStorageToContentScripts();
void ready.then(tick);
