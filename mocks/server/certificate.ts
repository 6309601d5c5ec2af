import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { atlassianHosts } from './hosts.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** The authority that signed it, for clients that must trust it. */
  readonly caPem: string;
}

const tenYears = 3650 * 86_400_000;

/** A certificate for Atlassian's host names, signed by an authority of our own; kept in `dir` so that it stays the same. */
export async function certificateFor(dir?: string): Promise<Certificate> {
  if (!dir) return make();
  const file = join(dir, 'fake-cloud.json');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const certificate = kept === null ? await make() : (JSON.parse(kept) as Certificate);
  if (kept === null) {
    await mkdir(dir, { recursive: true });
    await writeFile(file, JSON.stringify(certificate), { mode: 0o600 });
  }
  await writeFile(join(dir, 'ca.pem'), certificate.caPem);
  return certificate;
}

async function make(): Promise<Certificate> {
  const notAfterDate = new Date(Date.now() + tenYears);
  const ca = await generate([{ name: 'commonName', value: 'Gatehouse fake Atlassian Cloud' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'atlassian.net' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: atlassianHosts.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key: leaf.private, cert: `${leaf.cert}\n${ca.cert}`, caPem: ca.cert };
}
