import type { RequestHandler } from 'msw';
import { publicApiHandlers } from './handlers.ts';
import type { Store } from './store.ts';
import { uiHandlers } from './ui/handlers.ts';

/** Every handler of the fake: the public APIs, and the endpoints that Atlassian's own pages call. */
export const cloudHandlers = (store: Store): RequestHandler[] => [...publicApiHandlers(store), ...uiHandlers(store)];
