import { sql, type Kysely } from 'kysely'

/** Letters that have gone out: what anybody may be told who holds one and asks whether it is genuine. */
export const letters = {
  name: '0009-letters',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  // The id is that of the attachment whose bytes have this hash. Goes with its case.
  sql`create table letters (
    town_id text collate "C" not null,
    id text collate "C" not null,
    application_id text collate "C" not null,
    code text collate "C" not null,
    authority text not null,
    dated date not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz(3) not null,
    primary key (town_id, id),
    constraint letters_code unique (town_id, code),
    foreign key (town_id, application_id) references applications (town_id, id) on delete cascade
  )`,
  sql`create index letters_application on letters (town_id, application_id)`,
]
