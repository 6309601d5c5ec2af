import { listAudit, verifyAudit } from './audit.ts';
import { getDirectory, listPeople, syncDirectory } from './directory.ts';
import { getHealth } from './health.ts';
import { previewEffect, resolveIdentities } from './identities.ts';
import { getBundle, recordIntents } from './policy.ts';
import {
  chooseSite,
  decideRequest,
  finishByHand,
  getRequest,
  listOwnRequests,
  listRequests,
  retryGrant,
  submitRequest,
  withdrawRequest,
} from './requests.ts';
import { exchangeCode, getMe, signOut } from './session.ts';

/** Every JSON route of the service, by the name of its use case. Browser redirects and the event stream are in `paths`. */
export const routes = {
  getHealth,
  exchangeCode,
  signOut,
  getMe,
  resolveIdentities,
  previewEffect,
  getBundle,
  recordIntents,
  submitRequest,
  listOwnRequests,
  listRequests,
  getRequest,
  decideRequest,
  chooseSite,
  retryGrant,
  finishByHand,
  withdrawRequest,
  listPeople,
  getDirectory,
  syncDirectory,
  listAudit,
  verifyAudit,
} as const;

export type RouteName = keyof typeof routes;

/** Routes that do not answer JSON. */
export const paths = {
  /** GET, public: starts signing in. Query: client_id, redirect_uri, state, code_challenge, code_challenge_method=S256. */
  authorize: '/api/v1/auth/authorize',
  /** GET, public: where the OpenID Connect provider sends the browser back to. */
  callback: '/api/v1/auth/callback',
  /** GET, staff: server-sent events (`core/contract/live.ts`). */
  events: '/api/v1/events',
  openapi: '/api/openapi.json',
  /** The panel. */
  panel: '/',
} as const;
