import { sql, type Kysely } from 'kysely'

/** One person across all services: what their records say of them, merges that can be undone, preferences with history, and the secrecy of registers. */
export const people = {
  name: '0019-people',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const TOWN = sql.raw('town_id text collate "C" not null references towns (id)')
const ROW = sql.raw(`id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)
const NOTED = sql.raw('at timestamptz(3) not null, by_id text collate "C" not null, by_name text not null')

const STATEMENTS = [
  sql`alter table people add column birth_day text collate "C", add column phone text, add column address jsonb, add column account text collate "C",
    add column name_key text collate "C", add column sounds text collate "C", add column given_name text collate "C", add column phone_key text collate "C", add column address_key text collate "C"`,
  sql`create index people_name_key on people (town_id, name_key)`,
  sql`create index people_account on people (town_id, account) where account is not null`,
  sql`create index people_merged_into on people (town_id, merged_into) where merged_into is not null`,
  sql`create index people_unread on people (town_id, lower(email), id) where name_key is null`,
  // The person in whose file somebody is, and everybody in it: merges are followed however many there were.
  sql`create function person_root(town text, person text) returns text language sql stable as $$
    with recursive up as (
      select id, merged_into from people where town_id = town and id = person
      union all select p.id, p.merged_into from people p join up on p.town_id = town and p.id = up.merged_into)
    select id from up where merged_into is null limit 1 $$`,
  sql`create function person_group(town text, person text) returns setof text language sql stable as $$
    with recursive down as (
      select person_root(town, person) collate "C" as id
      union all select p.id from people p join down on p.town_id = town and p.merged_into = down.id)
    select id from down where id is not null $$`,
  // What a record says of its person, as it compares. In the record's own scope: whoever may not see the one sees nothing of the other.
  sql`create table person_records (${TOWN}, record_table text collate "C" not null, record_id text collate "C" not null, scope text collate "C" not null, person_id text collate "C" not null,
    how text not null check (how in ('account', 'contact', 'by-hand')), at timestamptz(3) not null,
    name text not null, birth_day text collate "C", email text collate "C", phone text, address jsonb,
    name_key text collate "C" not null, sounds text collate "C" not null, given_name text collate "C" not null, phone_key text collate "C", address_key text collate "C",
    primary key (town_id, record_table, record_id), foreign key (town_id, person_id) references people (town_id, id))`,
  sql`create index person_records_person on person_records (town_id, person_id)`,
  sql`create index person_records_name_key on person_records (town_id, name_key)`,
  sql`create index person_records_email on person_records (town_id, email) where email is not null`,
  sql`create table person_merges (${TOWN}, id text collate "C" not null, from_id text collate "C" not null, into_id text collate "C" not null, reason text not null, ${NOTED},
    undone_at timestamptz(3), undone_by_name text, undone_reason text, primary key (town_id, id), check (from_id <> into_id))`,
  sql`create unique index person_merges_standing on person_merges (town_id, from_id) where undone_at is null`,
  // Two that were looked at and are not one.
  sql`create table person_apart (${TOWN}, one_id text collate "C" not null, other_id text collate "C" not null, reason text not null, ${NOTED}, primary key (town_id, one_id, other_id), check (one_id < other_id))`,
  sql`create table person_choices (${TOWN}, id text collate "C" not null, person_id text collate "C" not null, kind text not null check (kind in ('way', 'consent')),
    subject text not null, value text not null, source text not null, ${NOTED}, primary key (town_id, id), foreign key (town_id, person_id) references people (town_id, id) on delete cascade)`,
  sql`create index person_choices_person on person_choices (town_id, person_id, at)`,
  sql`create table secrecies (${TOWN}, ${ROW}, until text collate "C" not null)`,
  sql`create table secrecy_marks (${TOWN}, ${ROW}, record_table text collate "C" not null, record_id text collate "C" not null, person_id text collate "C" not null)`,
  sql`create index secrecies_scope on secrecies (town_id, scope, id)`,
  sql`create index secrecy_marks_scope on secrecy_marks (town_id, scope, id)`,
  sql`create index secrecy_marks_record on secrecy_marks (town_id, record_table, record_id)`,
  // Who set it, extended it and lifted it, on whose word; the person may be gone by the time this is asked for.
  sql`create table secrecy_changes (${TOWN}, id text collate "C" not null, person_id text collate "C" not null, kind text not null check (kind in ('set', 'extended', 'lifted')), until text collate "C",
    reason text not null, ${NOTED}, primary key (town_id, id))`,
  sql`create index secrecy_changes_person on secrecy_changes (town_id, person_id, at)`,
  sql`create table person_accesses (${TOWN}, id text collate "C" not null, kind text not null, about text collate "C" not null, purpose text not null, ${NOTED}, primary key (town_id, id))`,
  sql`create index person_accesses_at on person_accesses (town_id, at)`,
] as const
