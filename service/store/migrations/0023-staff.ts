import { sql, type Kysely } from 'kysely'

/** People who leave on a day, departments that are closed, passwords for one time, groups of the town's own sign-in, and the computers that people work at. */
export const staff = {
  name: '0023-staff',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const STATEMENTS = [
  sql`alter table staff add column leaves_at timestamptz`,
  sql`alter table departments add column closed_at timestamptz`,
  // Whoever signs in by a password for one time chooses one of their own before anything else; until then it lasts some days.
  sql`alter table credentials add column one_time_until timestamptz`,
  sql`create table group_grants (
    town_id text collate "C" not null references towns (id),
    group_name text collate "C" not null check (length(group_name) between 1 and 200),
    role text collate "C" not null,
    department_id text collate "C" not null default '',
    primary key (town_id, group_name, role, department_id)
  )`,
  sql`create table devices (
    town_id text collate "C" not null references towns (id),
    desk_id uuid not null,
    name text not null default '',
    shell text collate "C" not null,
    version text collate "C" not null,
    last_seen_at timestamptz not null,
    cut_off_at timestamptz,
    cut_off_by text collate "C",
    erased_at timestamptz,
    primary key (town_id, desk_id)
  )`,
  sql`create table device_accounts (
    town_id text collate "C" not null,
    desk_id uuid not null,
    account_id uuid not null,
    grant_id text collate "C",
    last_seen_at timestamptz not null,
    primary key (town_id, desk_id, account_id),
    foreign key (town_id, desk_id) references devices (town_id, desk_id)
  )`,
  sql`create index device_accounts_by_grant on device_accounts (town_id, grant_id) where grant_id is not null`,
  // Sign-ins of a computer that is cut off: their access tokens are still valid by themselves for some minutes.
  sql`create table revoked_grants (
    town_id text collate "C" not null references towns (id),
    grant_id text collate "C" not null,
    revoked_at timestamptz not null,
    primary key (town_id, grant_id)
  )`,
  // Whose identity at the town's own issuer an account belongs to, and up to when its groups are known, in seconds since 1970.
  sql`alter table staff add column subject text, add column groups_at bigint`,
  sql`create unique index staff_subject on staff (town_id, subject) where subject is not null`,
  // A secret of a computer that is cut off opens nothing, and comes back if that was a mistake.
  sql`alter table desk_secrets add column set_aside_at timestamptz`,
  // Computers of before, so that one that is stolen before it connects again can be cut off.
  sql`insert into devices (town_id, desk_id, shell, version, last_seen_at)
    select town_id, desk_id, 'unknown', '', max(created_at) from desk_secrets group by town_id, desk_id`,
  sql`insert into device_accounts (town_id, desk_id, account_id, last_seen_at)
    select town_id, desk_id, account_id, created_at from desk_secrets`,
  // When this database was set back to an earlier day: whoever does that begins a new life of its data.
  sql`alter table dataset add column restored_at timestamptz`,
  sql`create function note_restore() returns trigger language plpgsql as $$ begin new.restored_at := now(); return new; end $$`,
  sql`create trigger dataset_restored before update of epoch on dataset for each row when (old.epoch is distinct from new.epoch) execute function note_restore()`,
]
