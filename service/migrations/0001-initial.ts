import { type Kysely, sql } from 'kysely';

/** Types are the portable ones: text, bigint, JSON as text. Every key starts with the organization. */
const statements = [
  sql`create table directory_state (
    org_id text not null primary key, generation bigint not null, running bigint not null,
    finished_at text, failure text, organization_name text, accounts bigint, groups bigint)`,
  sql`create table accounts (
    org_id text not null, generation bigint not null, account_id text not null, name text not null, name_key text not null,
    identity_type text not null, account_type text, email text, email_hash text, claim_status text, account_status text,
    membership_status text, invitation_pending bigint, is_confluence_guest bigint, is_jira_guest bigint,
    is_org_admin bigint, is_product_admin bigint,
    primary key (org_id, generation, account_id))`,
  sql`create index accounts_email on accounts (org_id, generation, email)`,
  sql`create index accounts_email_hash on accounts (org_id, generation, email_hash)`,
  sql`create index accounts_name on accounts (org_id, generation, name_key, account_id)`,
  sql`create table groups (
    org_id text not null, generation bigint not null, group_id text not null, name text not null,
    directory_id text not null, synced bigint, primary key (org_id, generation, group_id))`,
  sql`create table memberships (
    org_id text not null, generation bigint not null, account_id text not null, group_id text not null,
    primary key (org_id, generation, account_id, group_id))`,
  sql`create table group_roles (
    org_id text not null, generation bigint not null, group_id text not null, product text not null, cloud_id text not null,
    role text not null, is_default bigint not null,
    primary key (org_id, generation, group_id, product, cloud_id, role))`,
  sql`create table domains (
    org_id text not null, generation bigint not null, name text not null, status text not null,
    primary key (org_id, generation, name))`,
  sql`create table sites (
    org_id text not null, generation bigint not null, cloud_id text not null, host text not null, products text not null,
    primary key (org_id, generation, cloud_id))`,
  sql`create table seats (
    org_id text not null, generation bigint not null, cloud_id text not null, product text not null, used bigint,
    total bigint, unlimited bigint not null, plan text,
    primary key (org_id, generation, cloud_id, product))`,
  sql`create table requests (
    org_id text not null, id text not null, number bigint not null, state text not null, requester_subject text not null,
    wish text not null, document text not null, primary key (org_id, id), unique (org_id, number))`,
  sql`create index requests_state on requests (org_id, state, number)`,
  sql`create index requests_requester on requests (org_id, requester_subject, number)`,
  sql`create index requests_wish on requests (org_id, wish)`,
  sql`create table request_people (
    org_id text not null, person_key text not null, request_id text not null,
    primary key (org_id, person_key, request_id))`,
  sql`create table request_attachments (
    org_id text not null, request_id text not null, subject text not null, person text not null, reason text not null,
    at text not null, primary key (org_id, request_id, subject))`,
  sql`create index request_attachments_subject on request_attachments (org_id, subject)`,
  sql`create table audit (
    org_id text not null, seq bigint not null, at text not null, type text not null, request_id text,
    prev_hash text not null, hash text not null, event text not null, primary key (org_id, seq))`,
  sql`create index audit_type on audit (org_id, type, seq)`,
  sql`create index audit_request on audit (org_id, request_id, seq)`,
  sql`create table idempotency_keys (
    org_id text not null, subject text not null, key text not null, body_hash text not null, answer text not null,
    at text not null, primary key (org_id, subject, key))`,
  sql`create table grant_jobs (
    org_id text not null, request_id text not null, due_at text not null, lease_owner text, lease_until text,
    primary key (org_id, request_id))`,
  sql`create table policies (
    org_id text not null, version bigint not null, document text not null, published_at text not null,
    primary key (org_id, version))`,
  sql`create table intents (
    org_id text not null, subject text not null, id text not null, at text not null, document text not null,
    primary key (org_id, subject, id))`,
  sql`create table sign_ins (
    org_id text not null, state_hash text not null, document text not null, expires_at text not null,
    primary key (org_id, state_hash))`,
  sql`create table one_time_codes (
    org_id text not null, code_hash text not null, document text not null, expires_at text not null,
    primary key (org_id, code_hash))`,
  sql`create table sessions (
    org_id text not null, token_hash text not null, document text not null, expires_at text not null,
    primary key (org_id, token_hash))`,
  sql`create table marks (org_id text not null, name text not null, at text not null, primary key (org_id, name))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
