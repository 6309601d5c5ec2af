/** Columns as the database gives them: booleans are 0 and 1, documents are JSON text. See `service/migrations`. */
type Flag = number | null;
interface Org {
  org_id: string;
}
interface Generation extends Org {
  generation: number;
}

export interface Schema {
  directory_state: Org & {
    generation: number;
    running: number;
    finished_at: string | null;
    failure: string | null;
    organization_name: string | null;
    accounts: number | null;
    groups: number | null;
  };
  accounts: Generation & {
    account_id: string;
    name: string;
    /** By `searchKey`, for order and search. */
    name_key: string;
    identity_type: string;
    account_type: string | null;
    /** In its canonical form: what addresses are looked up by. */
    email: string | null;
    /** As people write it; null where that is no other spelling, and in rows from before there was such a thing. */
    email_in_letters: string | null;
    email_hash: string | null;
    claim_status: string | null;
    account_status: string | null;
    membership_status: string | null;
    invitation_pending: Flag;
    is_confluence_guest: Flag;
    is_jira_guest: Flag;
    is_org_admin: Flag;
    is_product_admin: Flag;
    groups_known: Flag;
  };
  groups: Generation & { group_id: string; name: string; directory_id: string; synced: Flag };
  memberships: Generation & { account_id: string; group_id: string };
  group_roles: Generation & { group_id: string; product: string; cloud_id: string; role: string; is_default: number };
  domains: Generation & { name: string; status: string };
  sites: Generation & { cloud_id: string; host: string; products: string };
  seats: Generation & {
    cloud_id: string;
    product: string;
    used: number | null;
    total: number | null;
    unlimited: number;
    plan: string | null;
  };
  requests: Org & {
    id: string;
    number: number;
    state: string;
    requester_subject: string;
    wish: string;
    document: string;
  };
  request_people: Org & { person_key: string; request_id: string };
  request_attachments: Org & { request_id: string; subject: string; person: string; reason: string; at: string };
  audit: Org & {
    seq: number;
    at: string;
    type: string;
    request_id: string | null;
    stop_id: string | null;
    prev_hash: string;
    hash: string;
    event: string;
  };
  idempotency_keys: Org & { subject: string; key: string; body_hash: string; answer: string; at: string };
  grant_jobs: Org & { request_id: string; due_at: string; lease_owner: string | null; lease_until: string | null };
  policies: Org & { version: number; document: string; published_at: string };
  intents: Org & { subject: string; id: string; at: string; document: string };
  intent_windows: Org & { subject: string; since: string; kept: number; further: string };
  sign_ins: Org & { state_hash: string; document: string; expires_at: string };
  one_time_codes: Org & { code_hash: string; document: string; expires_at: string };
  sessions: Org & { token_hash: string; document: string; expires_at: string };
  marks: Org & { name: string; at: string };
}
