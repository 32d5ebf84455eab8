import { sql, type Kysely } from 'kysely'

/** How often somebody asked the town to write to an address, for all processes together. */
export const senderCounts = {
  name: '0021-sender-counts',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  sql`create table sender_counts (
    town_id text collate "C" not null references towns (id),
    key text collate "C" not null,
    count integer not null check (count > 0),
    since timestamptz not null,
    primary key (town_id, key)
  )`,
  sql`create index sender_counts_since on sender_counts (town_id, since)`,
] as const
