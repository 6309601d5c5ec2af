import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Role } from '../../../core/contract/roles.ts';
import { ClientId } from '../../../core/contract/routes/session.ts';
import type { SessionReads, SessionWrites } from '../../../core/ports/session-store.ts';
import type { Schema } from './schema.ts';

const person = z.object({ subject: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) });
const client = { clientId: ClientId, redirectUri: z.string(), codeChallenge: z.string() };
const signIn = z.object({
  ...client,
  state: z.string(),
  attempt: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
});
const oneTimeCode = z.object({ ...client, person });
const session = z.object({ client: ClientId, person, expiresAt: z.string() });

const ADMIN_MARK = 'admin-signed-in';

export const sessionReads = (db: Kysely<Schema>, org: string): SessionReads => ({
  async find(tokenHash, now) {
    const row = await db
      .selectFrom('sessions')
      .select('document')
      .where('org_id', '=', org)
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row ? session.parse(JSON.parse(row.document)) : null;
  },
  async adminHasSignedIn() {
    const row = await db
      .selectFrom('marks')
      .select('name')
      .where('org_id', '=', org)
      .where('name', '=', ADMIN_MARK)
      .executeTakeFirst();
    return row !== undefined;
  },
});

export const sessionWrites = (db: Kysely<Schema>, org: string): SessionWrites => ({
  ...sessionReads(db, org),
  async putSignIn(stateHash, value, expiresAt) {
    const document = JSON.stringify(value);
    await db
      .insertInto('sign_ins')
      .values({ org_id: org, state_hash: stateHash, document, expires_at: expiresAt })
      .execute();
  },
  async takeSignIn(stateHash, now) {
    const row = await db
      .deleteFrom('sign_ins')
      .where('org_id', '=', org)
      .where('state_hash', '=', stateHash)
      .returning(['document', 'expires_at'])
      .executeTakeFirst();
    return row && row.expires_at > now ? signIn.parse(JSON.parse(row.document)) : null;
  },
  async putCode(codeHash, value, expiresAt) {
    const document = JSON.stringify(value);
    await db
      .insertInto('one_time_codes')
      .values({ org_id: org, code_hash: codeHash, document, expires_at: expiresAt })
      .execute();
  },
  async takeCode(codeHash, now) {
    const row = await db
      .deleteFrom('one_time_codes')
      .where('org_id', '=', org)
      .where('code_hash', '=', codeHash)
      .returning(['document', 'expires_at'])
      .executeTakeFirst();
    return row && row.expires_at > now ? oneTimeCode.parse(JSON.parse(row.document)) : null;
  },
  async put(tokenHash, value) {
    const document = JSON.stringify(value);
    await db
      .insertInto('sessions')
      .values({ org_id: org, token_hash: tokenHash, document, expires_at: value.expiresAt })
      .execute();
  },
  async end(tokenHash) {
    await db.deleteFrom('sessions').where('org_id', '=', org).where('token_hash', '=', tokenHash).execute();
  },
  async markAdmin(at) {
    await db
      .insertInto('marks')
      .values({ org_id: org, name: ADMIN_MARK, at })
      .onConflict((conflict) => conflict.columns(['org_id', 'name']).doNothing())
      .execute();
  },
  async sweep(now) {
    for (const table of ['sign_ins', 'one_time_codes', 'sessions'] as const)
      await db.deleteFrom(table).where('org_id', '=', org).where('expires_at', '<=', now).execute();
  },
});
