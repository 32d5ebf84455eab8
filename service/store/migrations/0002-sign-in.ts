import { sql, type Kysely } from 'kysely'

/** What the embedded sign-in keeps, passwords of demo accounts, and the secret of each account's desk. */
export const signIn = {
  name: '0002-sign-in',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  // Bearers (codes, refresh tokens) lie here by hash only: whoever reads this table cannot use them.
  sql`create table sign_in_payloads (
    town_id text not null,
    model text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    account_id text,
    uid text,
    consumed_at timestamptz,
    expires_at timestamptz,
    primary key (town_id, model, id)
  )`,
  sql`create index sign_in_payloads_by_grant on sign_in_payloads (town_id, grant_id) where grant_id is not null`,
  sql`create index sign_in_payloads_by_account on sign_in_payloads (town_id, account_id) where account_id is not null`,
  sql`create index sign_in_payloads_by_uid on sign_in_payloads (town_id, model, uid) where uid is not null`,
  sql`create index sign_in_payloads_by_expiry on sign_in_payloads (expires_at)`,
  // Signing and cookie keys, made once: tokens and sessions survive a restart.
  sql`create table sign_in_keys (
    town_id text not null,
    name text not null,
    value jsonb not null,
    primary key (town_id, name)
  )`,
  sql`create table credentials (
    town_id text not null,
    account_id uuid not null,
    password_hash text not null,
    primary key (town_id, account_id)
  )`,
  sql`create table desk_secrets (
    town_id text not null,
    account_id uuid not null,
    desk_id uuid not null,
    secret bytea not null check (length(secret) = 32),
    created_at timestamptz not null,
    primary key (town_id, account_id, desk_id)
  )`,
]
