import { sql, type Kysely } from 'kysely'

/** When each recurring task of a town was last done, and with what outcome: survives restarts, and two services do it once. */
export const maintenance = {
  name: '0005-maintenance',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  sql`create table maintenance (
    town_id text collate "C" not null references towns (id),
    task text collate "C" not null,
    begun_at timestamptz(3) not null,
    ended_at timestamptz(3),
    outcome text,
    primary key (town_id, task)
  )`,
  // What the tasks look for, so that a daily look is a short one.
  sql`create index jobs_settled on jobs (town_id, settled_at) where state <> 'waiting'`,
  sql`create index blobs_begun on blobs (town_id, begun_at) where account_id is not null`,
]
