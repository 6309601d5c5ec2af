import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validate } from '@forge/manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../stage/paths.ts';

const path = resolve(root, 'admin-panel/forge/manifest.yml');
const messages = (errors: Awaited<ReturnType<typeof validate>>['errors']) =>
  (errors ?? []).map(({ message }) => message);

describe('the Forge manifest', () => {
  let scratch: string;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'gatehouse-forge-'));
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  it('is valid by Atlassian’s own package', async () => {
    const { success, errors } = await validate(false, path);
    expect(messages(errors)).toEqual([]);
    expect(success).toBe(true);
  });

  it('would be refused with a module that does not exist: the check checks', async () => {
    const broken = join(scratch, 'manifest.yml');
    await writeFile(broken, (await readFile(path, 'utf8')).replace('jira:adminPage', 'jira:adminPages'));
    const { errors } = await validate(false, broken);
    expect(messages(errors).join('\n')).toMatch(/jira:adminPages/);
  });

  it('puts the one build of the panel into both products and names the remote the panel calls', async () => {
    const manifest = parse(await readFile(path, 'utf8'));
    expect(manifest.modules['jira:adminPage'][0].resource).toBe('panel');
    expect(manifest.modules['confluence:globalSettings'][0].resource).toBe('panel');
    expect(resolve(path, '..', manifest.resources[0].path)).toBe(resolve(root, 'dist/panel'));
    const host = await readFile(resolve(root, 'admin-panel/host/forge.ts'), 'utf8');
    expect(/const REMOTE = '([^']+)'/.exec(host)?.[1]).toBe(manifest.remotes[0].key);
    expect(manifest.remotes[0].baseUrl).toMatch(/^https:\/\//);
  });
});
