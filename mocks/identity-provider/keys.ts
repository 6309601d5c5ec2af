import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface Keys {
  readonly jwks: { readonly keys: JWK[] };
  readonly cookieKeys: string[];
}

/** Signing and cookie keys, kept in `dir` so that sign-ins survive a restart. */
export async function keysFor(dir?: string): Promise<Keys> {
  if (!dir) return make();
  const file = join(dir, 'keys.json');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return JSON.parse(kept) as Keys;
  const keys = await make();
  await mkdir(dir, { recursive: true });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

async function make(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  return { jwks: { keys: [jwk] }, cookieKeys: [randomBytes(32).toString('hex')] };
}
