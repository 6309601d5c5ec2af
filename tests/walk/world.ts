import type { BrowserContext, Page } from 'playwright-core';
import type { Stage } from '../stage/stage.ts';

/** What the steps of the story share: the running product, two people's browsers, and what happened so far. */
export interface World {
  readonly stage: Stage;
  /** Emma's browser, with the extension. */
  employee: BrowserContext;
  /** Ravi's browser, without it. */
  readonly reviewer: BrowserContext;
  /** Where the employee's profile is kept, for steps that kill the browser and open it again. */
  readonly profileDir: string;
  jira: Page;
  popup: Page;
  panel: Page;
  /** Number of the request for Nina, once it was sent. */
  requestNumber: number | null;
}

export interface Step {
  readonly name: string;
  /** Does the step and throws when what must be true is not. Answers the page whose picture is taken. */
  readonly run: (world: World) => Promise<Page>;
}

/** As `assert`, with a message for people. */
export function must(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Calls that would give access: what must never have arrived. */
export const granting =
  /\/gateway\/api\/(?:invitations\/(?:invite|v1\/access-requests\/bulk)|share$|xflow\/[^/]+\/activate)|\/join\/user-access/;

/** What arrived at the fake Atlassian Cloud that gives access, as `METHOD path`. */
export async function arrivedGrants(world: Pick<World, 'stage'>): Promise<string[]> {
  const reached = await world.stage.cloud.reached();
  return reached
    .filter(({ method, path }) => method !== 'OPTIONS' && granting.test(path))
    .map(({ method, path }) => `${method} ${path}`);
}
