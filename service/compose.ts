import type { Logger } from 'pino';
import { paths } from '../core/contract/routes/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { accessGrants } from './adapters/atlassian/access-grants.ts';
import { directorySource } from './adapters/atlassian/directory-source.ts';
import type { HttpOptions } from './adapters/atlassian/http.ts';
import { organizationApi } from './adapters/atlassian/organization-api.ts';
import { siteApi } from './adapters/atlassian/site-api.ts';
import { inProcessBus } from './adapters/live-bus.ts';
import { oidcProvider } from './adapters/oidc/identity-provider.ts';
import { createOutbound } from './adapters/outbound.ts';
import { openDatabase } from './adapters/sql/open.ts';
import { sqlStore } from './adapters/sql/store.ts';
import { gravatarHash, systemClock, systemIds } from './adapters/system.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { usualLimits } from './http/rate-limit.ts';
import { startDirectorySync } from './jobs/directory-sync/worker.ts';
import { thisOwner } from './jobs/grants/owner.ts';
import { startGrants } from './jobs/grants/worker.ts';
import { startIntentWindows } from './jobs/intent-windows.ts';
import { startKeptAnswers } from './jobs/kept-answers.ts';
import type { Context, Settings } from './usecases/context.ts';
import { publishFirstPolicy } from './usecases/publish-first-policy.ts';

export interface Service {
  readonly fetch: ReturnType<typeof createApp>['fetch'];
  /** Ends streams and jobs, writes what waits, closes the database. Takes about three seconds at most. */
  stop(): Promise<void>;
}

/** How long grants that are under way may take to finish when the service stops. Milliseconds. */
const GRANT_GRACE = 3000;

/**
 * The only place where adapters meet use cases.
 * @param publicUrl where browsers reach the service, without a trailing slash
 * @throws UnusableDataFolder
 */
export async function compose(config: Config, publicUrl: string, log: Logger): Promise<Service> {
  const database = await openDatabase(config.GATEHOUSE_DATA_DIR);
  const bus = inProcessBus((err) => log.error({ err }, 'a listener failed'));
  const store = sqlStore(database, config.orgId, systemIds.sha256, bus);
  const outbound = createOutbound({
    httpProxy: config.HTTP_PROXY,
    httpsProxy: config.HTTPS_PROXY,
    noProxy: config.NO_PROXY,
    caFile: config.GATEHOUSE_CA_FILE,
  });
  const stopReading = new AbortController();
  const stopGranting = new AbortController();
  const closing = new AbortController();

  const reading: HttpOptions = { fetch: outbound.fetch, signal: stopReading.signal, timeoutMs: 30_000, retries: 4 };
  // The grant job has pauses of its own, which outlive the process.
  const granting: HttpOptions = { fetch: outbound.fetch, signal: stopGranting.signal, timeoutMs: 15_000, retries: 0 };
  const { GATEHOUSE_JIRA_EMAIL: email, GATEHOUSE_JIRA_TOKEN: token } = config;
  const api = (options: HttpOptions) => organizationApi(options, config.orgId, config.GATEHOUSE_ORG_API_KEY);

  const useCases: Context = {
    settings: settingsOf(config, publicUrl),
    store,
    clock: systemClock,
    ids: systemIds,
    identityProvider: oidcProvider({
      issuer: new URL(config.GATEHOUSE_OIDC_ISSUER),
      clientId: config.GATEHOUSE_OIDC_CLIENT_ID,
      clientSecret: config.GATEHOUSE_OIDC_CLIENT_SECRET,
      redirectUri: publicUrl + paths.callback,
      scopes: config.GATEHOUSE_OIDC_SCOPES,
      trustEmail: config.GATEHOUSE_OIDC_TRUST_EMAIL,
      groupsClaim: config.GATEHOUSE_GROUPS_CLAIM,
      fetch: outbound.fetch,
    }),
    wake: { grants: () => grants.wake(), directorySync: () => sync.request() },
  };
  await publishFirstPolicy(useCases);

  const sync = startDirectorySync(
    {
      ...useCases,
      source: directorySource(api(reading), email && token ? siteApi(reading, email, token) : null, reading),
      sites: config.GATEHOUSE_SITES,
      gravatarHash,
    },
    {
      minutes: config.GATEHOUSE_SYNC_MINUTES,
      onError: (err) => log.error({ err }, 'reading the directory failed'),
      onDone: (why, ms) =>
        why === null ? log.info({ ms }, 'directory read') : log.warn({ ms, why }, 'directory not read'),
    },
  );
  const grants = await startGrants(
    {
      ...useCases,
      grants: accessGrants(api(granting)),
      owner: thisOwner(),
      leaseSeconds: config.GATEHOUSE_LEASE_SECONDS,
      onLeaseTrouble: (request, err) => log.warn({ request, err }, 'the lease of a grant could not be extended'),
      syncDirectory: () => sync.wake(),
    },
    (err) => log.error({ err }, 'carrying out grants failed'),
  );

  const windows = startIntentWindows(useCases, (err) => log.error({ err }, 'closing records failed'));
  const answers = startKeptAnswers(useCases, (err) => log.error({ err }, 'forgetting old answers failed'));

  const app = createApp({
    useCases,
    bus,
    log,
    limits: usualLimits(),
    closing: closing.signal,
    http: {
      publicUrl,
      extensionIds: config.chromiumIds,
      allowedOrigins: config.GATEHOUSE_ALLOWED_ORIGINS,
      frameAncestors: config.GATEHOUSE_FRAME_ANCESTORS,
      panelDir: config.GATEHOUSE_PANEL_DIR,
      trustProxy: config.GATEHOUSE_TRUST_PROXY,
    },
  });
  const stop = async () => {
    closing.abort();
    stopReading.abort();
    const grace = setTimeout(() => stopGranting.abort(), GRANT_GRACE);
    await Promise.all([sync.stop(), grants.stop(), windows.stop(), answers.stop()]);
    clearTimeout(grace);
    await store.idle();
    await Promise.all([database.close(), outbound.close()]);
  };
  return { fetch: app.fetch, stop };
}

const settingsOf = (config: Config, publicUrl: string): Settings => ({
  orgId: config.orgId,
  version: packageJson.version,
  groupMap: config.groupMap,
  priceBook: config.priceBook,
  roleGroups: {
    admin: config.GATEHOUSE_ADMIN_GROUP,
    reviewer: config.GATEHOUSE_REVIEWER_GROUP,
    auditor: config.GATEHOUSE_AUDITOR_GROUP,
  },
  bootstrapAdmin: config.GATEHOUSE_BOOTSTRAP_ADMIN,
  redirectUris: { panel: [`${publicUrl}/signed-in`], extension: config.extensionRedirects },
});
