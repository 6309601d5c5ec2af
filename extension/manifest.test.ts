import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EXTENSION_ID, MANIFEST_KEY } from './extension-id.ts';
import { contentScripts, manifestFor } from './manifest.ts';
import { outputFolder, targetBrowser } from './vite.ts';

const chromium = manifestFor('chrome', '1.2.3');
const firefox = manifestFor('firefox', '1.2.3');

describe('the manifest', () => {
  it('asks for six permissions and five named hosts, and nothing optional', () => {
    expect(chromium.permissions).toEqual([
      'storage',
      'alarms',
      'identity',
      'declarativeNetRequest',
      // Observing only: without `webRequestBlocking` nothing can be changed with it.
      'webRequest',
      'scripting',
    ]);
    expect(chromium.host_permissions).toEqual([
      'https://*.atlassian.net/*',
      'https://admin.atlassian.com/*',
      'https://id.atlassian.com/*',
      'https://home.atlassian.com/*',
      'https://www.atlassian.com/*',
    ]);
    expect(Object.keys(chromium)).not.toContain('optional_permissions');
    expect(Object.keys(chromium)).not.toContain('externally_connectable');
  });

  it('runs the guard in the page’s own world before the loader, both before any script of the page', () => {
    const [guard, loader] = chromium.content_scripts;
    expect(guard).toMatchObject({
      js: [contentScripts.guard],
      world: 'MAIN',
      run_at: 'document_start',
    });
    expect(loader).toMatchObject({ js: [contentScripts.loader], run_at: 'document_start' });
    expect(loader).not.toHaveProperty('world');
    const everyFrame = { all_frames: true, match_about_blank: true, match_origin_as_fallback: true };
    for (const script of [guard, loader]) expect(script).toMatchObject(everyFrame);
    expect(guard?.matches).toEqual(loader?.matches);
  });

  it('opens nothing to the web but the prompt to the pages it stands over, at an address nobody can guess', () => {
    const [prompt, ...more] = chromium.web_accessible_resources;
    expect(prompt).toEqual({
      resources: ['prompt/index.html'],
      matches: chromium.content_scripts[0]?.matches,
      use_dynamic_url: true,
    });
    expect(more).toEqual([]);
    expect(chromium.content_security_policy.extension_pages).toContain(
      'frame-ancestors https://*.atlassian.net https://admin.atlassian.com https://id.atlassian.com https://home.atlassian.com;',
    );
  });

  it('allows scripts of its own only', () => {
    const { extension_pages: csp } = chromium.content_security_policy;
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("script-src 'self';");
    expect(csp).not.toMatch(/unsafe-eval|wasm|script-src[^;]*(http|unsafe)/);
  });

  it('has the id that its key gives', () => {
    const digest = createHash('sha256').update(Buffer.from(MANIFEST_KEY, 'base64')).digest('hex').slice(0, 32);
    const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(id).toBe(EXTENSION_ID);
    expect(chromium).toHaveProperty('key', MANIFEST_KEY);
  });

  it('differs for Firefox only in the background, the id and what Firefox does not know', () => {
    expect(chromium.background).toEqual({ service_worker: 'background/main.ts', type: 'module' });
    expect(firefox.background).toEqual({ scripts: ['background/main.ts'], type: 'module' });
    expect(firefox).not.toHaveProperty('key');
    expect(firefox).toMatchObject({ browser_specific_settings: { gecko: { strict_min_version: '142.0' } } });
    for (const same of ['permissions', 'host_permissions', 'content_scripts', 'content_security_policy'] as const)
      expect(firefox[same]).toEqual(chromium[same]);
  });
});

describe('the browser that is built for', () => {
  it('is Chromium unless Firefox is asked for, each in a folder of its own', () => {
    expect([undefined, '', 'chromium'].map(targetBrowser)).toEqual(['chrome', 'chrome', 'chrome']);
    expect(outputFolder(targetBrowser('firefox'))).not.toBe(outputFolder(targetBrowser('')));
    expect(() => targetBrowser('safari')).toThrow(/Use chromium or firefox/);
  });
});
