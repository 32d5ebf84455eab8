import { sql, type Kysely } from 'kysely'

/** What several processes have to know of the same town: how often somebody mistyped a password, how the town looks, that e-mails leave, and which drafts came from another town. */
export const towns = {
  name: '0018-towns',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  sql`create table sign_in_failures (
    town_id text collate "C" not null references towns (id),
    key text collate "C" not null,
    count integer not null check (count > 0),
    last_at timestamptz not null,
    primary key (town_id, key)
  )`,
  sql`create index sign_in_failures_last on sign_in_failures (town_id, last_at)`,
  sql`create table town_brandings (
    town_id text collate "C" primary key references towns (id),
    colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
    crest_kind text check (crest_kind in ('svg', 'png')),
    crest bytea,
    changed_at timestamptz not null,
    check ((crest is null) = (crest_kind is null))
  )`,
  sql`create table mail_tests (
    town_id text collate "C" primary key references towns (id),
    at timestamptz not null
  )`,
  sql`create table service_imports (
    town_id text collate "C" not null references towns (id),
    id uuid not null,
    at timestamptz not null,
    person_id text collate "C" not null,
    position bigint not null,
    drafts jsonb not null,
    undone_at timestamptz,
    primary key (town_id, id)
  )`,
]
