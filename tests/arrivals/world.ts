import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { catalogues, sayFrom } from '../../core/words/index.ts';
import { people } from '../../mocks/cloud/seed.ts';
import { pages } from '../../mocks/pages/index.ts';
import { type FakeCloud, startFakeCloud } from '../../mocks/server/fake-cloud.ts';
import type { LoggedRequest } from '../../mocks/server/request-log.ts';
import { type ServiceStub, startServiceStub } from '../e2e/extension-stub.ts';
import { signIn } from '../e2e/extension-world.ts';
import { enterAtlassian, openBrowser } from '../stage/browser.ts';
import { withHarnessPages } from './harness-pages.ts';

/** A real Chromium with the built extension, signed in at the fake cloud, which reads addresses as leniently as an edge may. */
export interface ArrivalsWorld {
  readonly context: BrowserContext;
  readonly cloud: FakeCloud;
  readonly stub: ServiceStub;
  /** What arrived with a session and carries the marker. */
  arrived(marker: string): readonly LoggedRequest[];
  close(): Promise<void>;
}

/** The measurement's own pages on the way to what is tried. */
const isStep = ({ path }: LoggedRequest): boolean => /^\/arrivals\/(?:redirect|report|refresh)$/.test(path);

/** @param protectedBy `policy`: the shipped IT-only policy is in force; `nothing`: the extension is there and was never signed in */
export async function openArrivals(protectedBy: 'policy' | 'nothing'): Promise<ArrivalsWorld> {
  const profileDir = await mkdtemp(join(tmpdir(), 'gatehouse-arrivals-'));
  const cloud = await startFakeCloud({ pages: withHarnessPages(pages) });
  const stub = await startServiceStub();
  const context = await openBrowser({ profileDir, proxyUrl: cloud.proxyUrl, headless: true });
  await enterAtlassian(context, people.emma.accountId);
  if (protectedBy === 'policy') await (await signIn({ context, stub, say: sayFrom(catalogues.en, 'en') })).close();
  return {
    context,
    cloud,
    stub,
    arrived: (marker) =>
      cloud.log.list().filter((entry) => entry.hasSession && !isStep(entry) && JSON.stringify(entry).includes(marker)),
    close: async () => {
      await context.close();
      await stub.stop();
      await cloud.close();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
}
