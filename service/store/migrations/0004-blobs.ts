import { sql, type Kysely } from 'kysely'

/** Bytes of attachments, in pieces, so that one of 25 MB is never held in memory at once. */
export const blobs = {
  name: '0004-blobs',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  // Complete once received reaches size and the hash over all pieces was found to be right.
  sql`create table blobs (
    town_id text not null,
    id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size >= 0),
    received bigint not null default 0 check (received between 0 and size),
    is_complete boolean not null default false,
    media_type text,
    scan text not null default 'not-scanned' check (scan in ('not-scanned', 'clean')),
    account_id uuid,
    begun_at timestamptz not null,
    primary key (town_id, id)
  )`,
  sql`create table blob_pieces (
    town_id text not null,
    blob_id uuid not null,
    start bigint not null,
    bytes bytea not null,
    primary key (town_id, blob_id, start),
    foreign key (town_id, blob_id) references blobs (town_id, id) on delete cascade
  )`,
  sql`create index blobs_not_scanned on blobs (town_id, begun_at) where is_complete and scan = 'not-scanned'`,
  sql`create index blobs_by_account on blobs (town_id, account_id) where account_id is not null`,
]
