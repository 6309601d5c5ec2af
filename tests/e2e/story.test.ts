import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '../stage/ports.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import { type OpenWorld, openWorld } from '../walk/open-world.ts';
import { steps } from '../walk/steps.ts';

/** The story of the product in real Chromium, every process real. The same steps as `npm start -- --walk`. */
describe('a stopped access request reaches IT and comes back decided', () => {
  let dataDir: string;
  let stage: Stage;
  let opened: OpenWorld;
  let broken: string | null = null;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-story-'));
    stage = await openStage({ ports: await freePorts(), dataDir });
    opened = await openWorld(stage, join(dataDir, 'browser'));
  });
  afterAll(async () => {
    await opened?.close();
    await stage?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  for (const step of steps)
    it(step.name, async () => {
      expect(broken, 'an earlier step failed, and this one stands on it').toBeNull();
      broken = step.name;
      await step.run(opened.world);
      broken = null;
    });
});
