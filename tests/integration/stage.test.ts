import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../stage/paths.ts';
import { freePorts, requireFree } from '../stage/ports.ts';
import { makeWritable } from '../stage/stage.ts';

const run = promisify(execFile);

describe('starting, when something is in the way', () => {
  it('names the port that is taken and what to do', async () => {
    const ports = await freePorts();
    const server = createServer();
    await new Promise<void>((done) => server.listen(ports.proxy, '127.0.0.1', done));
    await expect(requireFree(ports)).rejects.toThrow(
      `Already in use on 127.0.0.1: port ${ports.proxy} (proxy). Stop what uses it (perhaps another "npm start") and try again.`,
    );
    await new Promise((done) => server.close(done));
    await expect(requireFree(ports)).resolves.toBeUndefined();
  });

  it('says that a folder cannot be written', async () => {
    // Below a file nothing can be made, whoever runs this: even root.
    const folder = join(root, 'package.json', 'data');
    await expect(makeWritable(folder)).rejects.toThrow(`Cannot write to ${folder}. Make the folder writable`);
  });

  it('refuses an older Node with what to do, and lets this one pass', async () => {
    const check = join(root, 'tests/tools/node-version.mjs');
    await expect(run(process.execPath, [check])).resolves.toMatchObject({ stderr: '' });
    const old = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); await import(${JSON.stringify(check)});`;
    await expect(run(process.execPath, ['--input-type=module', '-e', old])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Gatehouse needs Node.js 24 or newer'),
    });
  });

  it('lists its options', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'tests/stage/start.ts'), '--help']);
    for (const option of ['--reset', '--walk', '--watch', '--headless', '--browser']) expect(stdout).toContain(option);
  });

  it('opens no browser that it does not know, and walks in Chromium only', async () => {
    for (const options of [
      ['--browser', 'safari'],
      ['--browser', 'firefox', '--walk'],
    ])
      await expect(run(process.execPath, [join(root, 'tests/stage/start.ts'), ...options])).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Use chromium or firefox; --walk goes through Chromium.'),
      });
  });
});
