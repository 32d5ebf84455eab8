import { sql, type Kysely } from 'kysely'

/** Reports of deletions, and what the data protection officer asks for without walking through everything. */
export const privacy = {
  name: '0008-privacy',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  // `planned` holds ids of cases and nothing about them: the report outlives what was deleted.
  sql`create table deletion_runs (
    town_id text collate "C" not null references towns (id),
    id text collate "C" not null,
    account_id text collate "C" not null,
    by_name text not null,
    begun_at timestamptz(3) not null,
    ended_at timestamptz(3),
    planned jsonb not null,
    deleted bigint not null default 0,
    kept bigint not null default 0,
    services jsonb not null,
    primary key (town_id, id)
  )`,
  // Whole and not partial: a partial one is taken for small, and the look at a single decided case would walk all of them.
  sql`create index applications_ended on applications (town_id, service_id, (coalesce(closed_at, decided_at)))`,
  sql`create index applications_parent on applications (town_id, parent_id) where parent_id is not null`,
  sql`create index applications_merged on applications (town_id, merged_into) where merged_into is not null`,
  sql`create index application_events_viewed on application_events (town_id, at) where kind = 'viewed'`,
  sql`create index audit_log_privacy on audit_log (town_id, audit_position)
    where entry like '%"action":"privacy.%' or entry like '%"action":"applications.exported"%'`,
]
