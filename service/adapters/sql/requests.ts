import type { Kysely, SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { addressKey } from '../../../core/identity/index.ts';
import type { RequestId } from '../../../core/ids.ts';
import type { OpenFirst, RequestReads, RequestWrites, SameWish } from '../../../core/ports/request-store.ts';
import { AccessRequest, openStates, Person, RequestState } from '../../../core/requests/index.ts';
import type { Schema } from './schema.ts';

const toRequest = (row: { document: string }): AccessRequest => AccessRequest.parse(JSON.parse(row.document));

/** Wishes without a container are written as before there was such a thing, and so still find the older ones. */
const wishKey = ({ intent, product, cloudId, targetKey, container }: SameWish): string =>
  JSON.stringify([intent, product, cloudId, targetKey, ...(container === null ? [] : [container])]);

/** Of a request that is like no other, as far as anybody knows: nothing is ever looked up by it. */
const unlike = '';

const wishColumn = (wish: SameWish | null): string => (wish === null ? unlike : wishKey(wish));

type Named = Pick<Person, 'accountId'> & { readonly email: string | null };

/** Every name a request knows its people by, so that requests about the same person find each other. */
const peopleOf = ({ requester, targets }: Pick<AccessRequest, 'requester' | 'targets'>): string[] => [
  ...new Set([...askerKeys(requester), ...targets.flatMap(namesOf)]),
];

const askerKeys = (requester: Person): string[] => [`subject:${requester.subject}`, ...namesOf(requester)];

const namesOf = ({ accountId, email }: Named): string[] => [
  ...(accountId === null ? [] : [`account:${accountId}`]),
  ...(email ? [`email:${addressKey(email)}`] : []),
];

async function openFirst(found: SelectQueryBuilder<Schema, 'requests', object>, limit: number): Promise<OpenFirst> {
  const { count } = await found.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await found
    .select('document')
    .orderBy((eb) =>
      eb
        .case()
        .when('state', 'in', [...openStates])
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return { requests: rows.map(toRequest), more: count - rows.length };
}

export function requestReads(db: Kysely<Schema>, org: string): RequestReads {
  const requests = () => db.selectFrom('requests').where('requests.org_id', '=', org);
  const joined = (subject: string) =>
    db.selectFrom('request_attachments').select('request_id').where('org_id', '=', org).where('subject', '=', subject);
  const about = (keys: readonly string[]) =>
    db.selectFrom('request_people').select('request_id').where('org_id', '=', org).where('person_key', 'in', keys);
  return {
    async get(id) {
      const row = await requests().select('document').where('id', '=', id).executeTakeFirst();
      return row ? toRequest(row) : null;
    },
    async list({ states, before, limit }) {
      let query = requests().select('document').orderBy('number', 'desc').limit(limit);
      if (states !== null) query = query.where('state', 'in', [...states]);
      if (before !== null) query = query.where('number', '<', before);
      return (await query.execute()).map(toRequest);
    },
    async counts() {
      const rows = await requests()
        .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      const found = new Map(rows.map((row) => [row.state, row.count]));
      return z
        .record(RequestState, z.number())
        .parse(Object.fromEntries(RequestState.options.map((state) => [state, found.get(state) ?? 0])));
    },
    ofPerson: (subject, limit) =>
      openFirst(
        requests().where((eb) => eb.or([eb('requester_subject', '=', subject), eb('id', 'in', joined(subject))])),
        limit,
      ),
    async naming(person, states) {
      const rows = await requests()
        .select('document')
        .where((eb) => eb.or([eb('id', 'in', about(askerKeys(person))), eb('id', 'in', joined(person.subject))]))
        .where('state', 'in', [...states])
        .execute();
      return rows.map(toRequest);
    },
    async attachments(id) {
      const rows = await db
        .selectFrom('request_attachments')
        .selectAll()
        .where('org_id', '=', org)
        .where('request_id', '=', id)
        .orderBy('at')
        .execute();
      return rows.map((row) => ({ person: Person.parse(JSON.parse(row.person)), reason: row.reason, at: row.at }));
    },
    related: (request, limit) =>
      openFirst(
        requests()
          .where('id', '!=', request.id)
          .where('id', 'in', about(peopleOf(request))),
        limit,
      ),
    async findOpen(wish, openStates) {
      const row = await requests()
        .select('document')
        .where('wish', '=', wishKey(wish))
        .where('state', 'in', [...openStates])
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toRequest(row) : null;
    },
  };
}

/** Lets a request be found by whom it is about. */
async function nameIn(db: Kysely<Schema>, org: string, id: RequestId, keys: readonly string[]): Promise<void> {
  await db
    .insertInto('request_people')
    .values(keys.map((key) => ({ org_id: org, person_key: key, request_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const requestWrites = (db: Kysely<Schema>, org: string): RequestWrites => ({
  ...requestReads(db, org),
  async nextNumber() {
    const row = await db
      .selectFrom('requests')
      .select((eb) => eb.fn.max<number | null>('number').as('last'))
      .where('org_id', '=', org)
      .executeTakeFirstOrThrow();
    return (row.last ?? 0) + 1;
  },
  async countOf(subject, states) {
    const row = await db
      .selectFrom('requests')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('org_id', '=', org)
      .where('requester_subject', '=', subject)
      .where('state', 'in', [...states])
      .executeTakeFirstOrThrow();
    return row.count;
  },
  async insert(request, wish) {
    await db
      .insertInto('requests')
      .values({
        org_id: org,
        id: request.id,
        number: request.number,
        state: request.state,
        requester_subject: request.requester.subject,
        wish: wishColumn(wish),
        document: JSON.stringify(request),
      })
      .execute();
    await nameIn(db, org, request.id, peopleOf(request));
  },
  async update(request) {
    await db
      .updateTable('requests')
      .set({ state: request.state, document: JSON.stringify(request) })
      .where('org_id', '=', org)
      .where('id', '=', request.id)
      .execute();
  },
  async setWish(id, wish) {
    await db
      .updateTable('requests')
      .set({ wish: wishColumn(wish) })
      .where('org_id', '=', org)
      .where('id', '=', id)
      .execute();
  },
  async attach(id, { person, reason, at }) {
    await db
      .insertInto('request_attachments')
      .values({ org_id: org, request_id: id, subject: person.subject, person: JSON.stringify(person), reason, at })
      .onConflict((conflict) => conflict.columns(['org_id', 'request_id', 'subject']).doUpdateSet({ reason, at }))
      .execute();
    await nameIn(db, org, id, askerKeys(person));
  },
  async detach(id, person) {
    await forgetAttachment(db, org, id, person);
    await unname(db, org, id, person);
  },
  async setRequester(id, from, to) {
    await db
      .updateTable('requests')
      .set({ requester_subject: to.subject })
      .where('org_id', '=', org)
      .where('id', '=', id)
      .execute();
    await forgetAttachment(db, org, id, to);
    // Also of somebody who joined before joining was kept like this.
    await nameIn(db, org, id, askerKeys(to));
    await unname(db, org, id, from);
  },
});

async function forgetAttachment(db: Kysely<Schema>, org: string, id: RequestId, { subject }: Person): Promise<void> {
  await db
    .deleteFrom('request_attachments')
    .where('org_id', '=', org)
    .where('request_id', '=', id)
    .where('subject', '=', subject)
    .execute();
}

/** The request is found no more by the names of somebody who neither made nor joined it, unless it is about them. */
async function unname(db: Kysely<Schema>, org: string, id: RequestId, gone: Person): Promise<void> {
  const row = await db
    .selectFrom('requests')
    .select('document')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const joined = await db
    .selectFrom('request_attachments')
    .select('person')
    .where('org_id', '=', org)
    .where('request_id', '=', id)
    .execute();
  const kept = new Set([
    ...peopleOf(toRequest(row)),
    ...joined.flatMap(({ person }) => askerKeys(Person.parse(JSON.parse(person)))),
  ]);
  const keys = askerKeys(gone).filter((key) => !kept.has(key));
  if (keys.length === 0) return;
  await db
    .deleteFrom('request_people')
    .where('org_id', '=', org)
    .where('request_id', '=', id)
    .where('person_key', 'in', keys)
    .execute();
}
