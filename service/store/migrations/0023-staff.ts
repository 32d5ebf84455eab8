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
]
