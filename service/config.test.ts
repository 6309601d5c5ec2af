import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { help, readConfig, unknownSettings } from './config.ts';
import { ConfigFaults } from './config-faults.ts';
import { type Key, type KeyName, keys } from './config-keys.ts';

const good = {
  GATEHOUSE_ORG_ID: 'org-1',
  GATEHOUSE_ORG_API_KEY: 'secret-key',
  GATEHOUSE_SITES: 'Acme.atlassian.net, acme-labs.atlassian.net',
  GATEHOUSE_OIDC_ISSUER: 'https://login.acme.example',
  GATEHOUSE_OIDC_CLIENT_ID: 'gatehouse',
  GATEHOUSE_OIDC_CLIENT_SECRET: 'client-secret',
};
const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
};
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('readConfig', () => {
  it('needs six settings and has a default for the rest', () => {
    expect(readConfig(good)).toMatchObject({
      orgId: 'org-1',
      GATEHOUSE_PORT: 8787,
      GATEHOUSE_HOST: '127.0.0.1',
      GATEHOUSE_SITES: ['acme.atlassian.net', 'acme-labs.atlassian.net'],
      GATEHOUSE_SYNC_MINUTES: 15,
      GATEHOUSE_LEASE_SECONDS: 30,
      GATEHOUSE_JIRA_EMAIL: null,
      GATEHOUSE_ADMIN_GROUP: 'gatehouse-admins',
      GATEHOUSE_TRUST_PROXY: false,
      priceBook: [],
      groupMap: [],
      extensionRedirects: [],
      HTTPS_PROXY: null,
    });
    expect(Object.isFrozen(readConfig(good))).toBe(true);
  });

  it('takes addresses in every spelling that Gatehouse takes anywhere, and nothing else', () => {
    for (const written of ['r&d@acme.example', 'Jana@müller.example', 'first..last@acme.example'])
      expect(readConfig({ ...good, GATEHOUSE_BOOTSTRAP_ADMIN: written }).GATEHOUSE_BOOTSTRAP_ADMIN).toBe(written);
    expect(faultsOf({ GATEHOUSE_BOOTSTRAP_ADMIN: 'ada at acme' })).toContainEqual(
      expect.stringContaining('GATEHOUSE_BOOTSTRAP_ADMIN must be an e-mail address'),
    );
  });

  it('names every fault at once, with what the setting is for and without what was set', () => {
    const faults = faultsOf({
      GATEHOUSE_PORT: 'eighty',
      GATEHOUSE_OIDC_ISSUER: 'http://login.acme.example',
      GATEHOUSE_SITES: 'https://acme.atlassian.net/',
      GATEHOUSE_JIRA_EMAIL: 'ada@acme.example',
      GATEHOUSE_PUBLIC_URL: 'https://gatehouse.example/path',
      GATEHOUSE_EXTENSION_IDS: 'not an id',
      GATEHOUSE_OIDC_CLIENT_SECRET: 'hush',
    });
    for (const name of [
      'GATEHOUSE_PORT must be a port number',
      'GATEHOUSE_OIDC_ISSUER must start with https://',
      'GATEHOUSE_SITES must be host names',
      'GATEHOUSE_JIRA_EMAIL and GATEHOUSE_JIRA_TOKEN belong together',
      'GATEHOUSE_PUBLIC_URL must be an address without a path',
      'GATEHOUSE_EXTENSION_IDS must be',
      'GATEHOUSE_ORG_ID is missing',
      'GATEHOUSE_ORG_API_KEY is missing',
      'GATEHOUSE_OIDC_CLIENT_ID is missing',
    ])
      expect(
        faults.filter((fault) => fault.startsWith(name)),
        name,
      ).toHaveLength(1);
    expect(faults).toHaveLength(9);
    expect(faults.join()).not.toMatch(/eighty|hush/);
  });

  it('speaks http to a provider on this machine only', () => {
    for (const issuer of ['http://127.0.0.1:8788', 'http://localhost:8788'])
      expect(faultsOf({ ...good, GATEHOUSE_OIDC_ISSUER: issuer })).toEqual([]);
    expect(faultsOf({ ...good, GATEHOUSE_OIDC_ISSUER: 'http://127.0.0.1.evil.example' })).toHaveLength(1);
  });

  it('takes secrets from files', () => {
    const { GATEHOUSE_ORG_API_KEY: _, ...rest } = good;
    expect(readConfig({ ...rest, GATEHOUSE_ORG_API_KEY_FILE: file('key', 'from-file\n') }).GATEHOUSE_ORG_API_KEY).toBe(
      'from-file',
    );
    expect(faultsOf({ ...rest, GATEHOUSE_ORG_API_KEY_FILE: '/does/not/exist' })).toEqual([
      'GATEHOUSE_ORG_API_KEY_FILE: /does/not/exist cannot be read (ENOENT: there is no such file).',
    ]);
  });

  it('says of a file why it cannot be read, and takes no two values for one setting', () => {
    const { GATEHOUSE_ORG_API_KEY: key, ...rest } = good;
    expect(faultsOf({ ...rest, GATEHOUSE_ORG_API_KEY_FILE: tmpdir() })).toEqual([
      `GATEHOUSE_ORG_API_KEY_FILE: ${tmpdir()} cannot be read (EISDIR: that is a folder).`,
    ]);
    expect(faultsOf({ ...rest, GATEHOUSE_ORG_API_KEY: key, GATEHOUSE_ORG_API_KEY_FILE: file('key', 'other') })).toEqual(
      ['GATEHOUSE_ORG_API_KEY and GATEHOUSE_ORG_API_KEY_FILE are both set: keep one of them.'],
    );
  });

  it('tells what is set and read by nobody', () => {
    expect(unknownSettings({ ...good, GATEHOUSE_ORG_API_KEY_FILE: 'x', PATH: 'x' })).toEqual([]);
    expect(
      unknownSettings({
        GATEHOUSE_SITE: 'x',
        GATEHOUSE_OIDC_CLIENT_SECRETFILE: 'x',
        gatehouse_port: 'x',
        GATEHOUSE_X: 'x',
      }),
    ).toEqual([
      'GATEHOUSE_SITE is no setting of Gatehouse. Did you mean GATEHOUSE_SITES? Run with --help for all settings.',
      'GATEHOUSE_OIDC_CLIENT_SECRETFILE is no setting of Gatehouse. Did you mean GATEHOUSE_OIDC_CLIENT_SECRET? Run with --help for all settings.',
      'gatehouse_port is no setting of Gatehouse. Did you mean GATEHOUSE_PORT? Run with --help for all settings.',
      'GATEHOUSE_X is no setting of Gatehouse. Run with --help for all settings.',
    ]);
  });

  it('takes the price book and the group map in place or from a file, and names what is wrong in them', () => {
    const map = [{ product: 'confluence', siteHost: 'acme.atlassian.net', groupName: 'g' }];
    expect(readConfig({ ...good, GATEHOUSE_GROUP_MAP: JSON.stringify(map) }).groupMap).toEqual(map);
    const path = file('map.json', JSON.stringify(map));
    expect(readConfig({ ...good, GATEHOUSE_GROUP_MAP: path }).groupMap).toEqual(map);
    const wrong = file('prices.json', '[{"id":""}]');
    expect(faultsOf({ ...good, GATEHOUSE_PRICE_BOOK: wrong })[0]).toMatch(
      `GATEHOUSE_PRICE_BOOK (${wrong}) cannot be used: entry 1, id `,
    );
  });

  it.each([
    ['GATEHOUSE_OIDC_ISSUER', 'login.example.com', 'must be a whole address that starts with https://'],
    ['GATEHOUSE_OIDC_ISSUER', 'https://login.example.com/.well-known/openid-configuration', 'the issuer itself'],
    ['GATEHOUSE_OIDC_ISSUER', '…', 'still holds a placeholder'],
    ['GATEHOUSE_PUBLIC_URL', 'gatehouse.example.com', 'must be a whole address that starts with https://'],
    ['GATEHOUSE_PUBLIC_URL', 'http://gatehouse.example.com', 'must start with https://'],
    ['GATEHOUSE_PUBLIC_URL', '...', 'still holds a placeholder'],
    ['GATEHOUSE_ALLOWED_ORIGINS', 'forge', 'must be a whole address'],
    ['GATEHOUSE_ORG_ID', 'https://admin.atlassian.com/o/1', 'must be the id alone'],
    ['GATEHOUSE_ORG_ID', '<your organization>', 'still holds a placeholder'],
    ['GATEHOUSE_SITES', 'https://acme.atlassian.net', 'without https://'],
    ['GATEHOUSE_PRICE_BOOK', '{}', 'must be a list in square brackets'],
    ['GATEHOUSE_PRICE_BOOK', '[{}]', 'entry 1, plan must be one of free, standard'],
    ['GATEHOUSE_PRICE_BOOK', '[1', 'is not valid JSON'],
    ['GATEHOUSE_GROUP_MAP', '[{"product":"jira-software","group":"g"}]', 'entry 1 has what nobody knows: group'],
    ['GATEHOUSE_GROUP_MAP', '[{"product":7}]', 'entry 1, product (Name an app by its key'],
    ['GATEHOUSE_EXTENSION_IDS', 'gatehouse', 'must be 32 letters'],
    ['HTTPS_PROXY', 'proxy:3128', 'must be a whole address'],
  ])('answers %s=%s with what to write instead, and an example', (name, value, what) => {
    const faults = faultsOf({ ...good, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} `));
    expect(faults[0]).toContain(what);
    expect(faults[0]).toContain(`Example: ${(keys as Record<string, Key>)[name]?.example}`);
  });

  it('has an answer for any text in any setting', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(keys) as KeyName[])),
        fc.string({ unit: 'grapheme' }),
        (name, text) => {
          for (const fault of faultsOf({ ...good, [name]: text })) expect(fault).toMatch(/^[A-Z_]+[: ].*[.}\])\w]$/s);
        },
      ),
    );
  });

  it('accepts every example that it gives', () => {
    const examples = Object.entries(keys as Record<string, Key>).flatMap(([name, { example }]) =>
      example ? [[name, example]] : [],
    );
    expect(faultsOf({ ...good, ...Object.fromEntries(examples) })).toEqual([]);
  });

  it('knows where extensions of Chromium and Firefox are sent back to', () => {
    const chromium = 'abcdefghijklmnopabcdefghijklmnop';
    const { chromiumIds, extensionRedirects } = readConfig({
      ...good,
      GATEHOUSE_EXTENSION_IDS: `${chromium},gatehouse@acme.example`,
    });
    expect(chromiumIds).toEqual([chromium]);
    expect(extensionRedirects[0]).toBe(`https://${chromium}.chromiumapp.org/`);
    expect(extensionRedirects[1]).toMatch(/^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/$/);
  });

  it('reads proxies in lower case too', () => {
    expect(readConfig({ ...good, https_proxy: 'http://proxy:3128' }).HTTPS_PROXY).toBe('http://proxy:3128');
  });

  it('prints help for every setting', () => {
    for (const name of ['GATEHOUSE_PORT', 'GATEHOUSE_GROUP_MAP', 'NO_PROXY']) expect(help()).toContain(name);
    expect(help()).not.toContain('undefined');
  });
});
