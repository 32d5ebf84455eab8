import { sql, type Kysely } from 'kysely'

/** Hand-overs that can be repeated, receipt numbers without gaps, citizens' mailboxes, and what is to be delivered outside. */
export const intakeAndDelivery = {
  name: '0003-intake-and-delivery',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  // The receipt is written in the transaction that creates the application: the same key never makes a second one.
  sql`create table submissions (
    town_id text not null,
    key uuid not null,
    fingerprint text not null,
    application_id uuid not null,
    reference text not null,
    received_at timestamptz not null,
    primary key (town_id, key)
  )`,
  // A row instead of a sequence: a rolled-back transaction gives its number back, so that there are no gaps.
  sql`create table receipt_counters (
    town_id text primary key,
    last_number bigint not null
  )`,
  // Only the hash: whoever reads this table cannot open a mailbox with it.
  sql`create table mailboxes (
    town_id text not null,
    key_hash text not null,
    application_id uuid not null,
    created_at timestamptz not null,
    primary key (town_id, key_hash),
    unique (town_id, application_id)
  )`,
  sql`create table mailbox_secrets (
    town_id text primary key,
    secret text not null
  )`,
  // next_at is also the lease of the worker that holds the job: whoever dies in between lets it become due again.
  sql`create table jobs (
    town_id text not null,
    key text not null,
    kind text not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
    priority integer not null default 0,
    attempts integer not null default 0,
    next_at timestamptz not null,
    created_at timestamptz not null,
    settled_at timestamptz,
    person_id uuid,
    payload jsonb not null,
    primary key (town_id, key)
  )`,
  sql`create index jobs_due on jobs (priority desc, next_at) where state = 'waiting'`,
]
