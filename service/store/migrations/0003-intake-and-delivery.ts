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
    town_id text collate "C" not null references towns (id),
    key text collate "C" not null,
    fingerprint text not null,
    application_id text collate "C" not null,
    reference text not null default '',
    received_at timestamptz(3) not null,
    primary key (town_id, key)
  )`,
  // A row instead of a sequence: a rolled-back transaction gives its number back, so that there are no gaps.
  sql`create table receipt_counters (
    town_id text collate "C" primary key references towns (id),
    last_number bigint not null
  )`,
  // Only the hash: whoever reads this table cannot open a mailbox with it.
  sql`create table mailboxes (
    town_id text collate "C" not null references towns (id),
    key_hash text collate "C" not null,
    application_id text collate "C" not null,
    created_at timestamptz(3) not null,
    primary key (town_id, key_hash),
    unique (town_id, application_id),
    foreign key (town_id, application_id) references applications (town_id, id) on delete cascade deferrable initially deferred
  )`,
  sql`create table mailbox_secrets (
    town_id text collate "C" primary key references towns (id),
    secret text not null
  )`,
  // next_at is also the lease of the worker that holds the job: whoever dies in between lets it become due again.
  sql`create table jobs (
    town_id text collate "C" not null references towns (id),
    key text collate "C" not null,
    kind text not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
    priority integer not null default 0,
    attempts integer not null default 0,
    next_at timestamptz(3) not null,
    created_at timestamptz(3) not null,
    settled_at timestamptz(3),
    person_id text collate "C",
    payload jsonb not null,
    primary key (town_id, key)
  )`,
  sql`create index jobs_due on jobs (priority desc, next_at) where state = 'waiting'`,
]
