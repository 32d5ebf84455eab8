import { sql, type Kysely } from 'kysely'

/** Places with their counters and opening hours, and what is booked there. No counter has two appointments at one time. */
export const appointments = {
  name: '0010-appointments',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)
const OF_A_PLACE = sql.raw(`place_id text collate "C" not null,
  foreign key (town_id, place_id) references places (town_id, id)`)

const TABLES = [
  sql`create extension if not exists btree_gist`,
  sql`create table places (${KEY}, name text not null, address text not null, directions text not null, position bigint not null,
    active boolean not null, hold_minutes bigint not null, change_until_minutes bigint not null, max_per_email bigint,
    remind_hours_before bigint, keep_days bigint not null)`,
  sql`create table resources (${KEY}, ${OF_A_PLACE}, kind text not null, name text not null, position bigint not null,
    active boolean not null, service_ids jsonb not null, minutes_before bigint not null, minutes_after bigint not null)`,
  sql`create table appointment_services (${KEY}, ${OF_A_PLACE}, title text not null, outside_title text not null, minutes bigint not null,
    minutes_per_further_person bigint not null, max_persons bigint not null, lead_minutes bigint not null, bookable_days bigint not null,
    is_public boolean not null, bring text not null, position bigint not null, active boolean not null)`,
  sql`create table opening_hours (${KEY}, ${OF_A_PLACE}, kind text not null, title text not null, from_day text collate "C" not null,
    to_day text collate "C", weekdays jsonb not null, every_weeks bigint not null, weeks_of_month jsonb not null, start_time text not null,
    end_time text not null, resource_ids jsonb not null, public_resource_ids jsonb not null, slot_minutes bigint not null,
    on_holidays boolean not null, is_deleted boolean not null)`,
  sql`create table hours_changes (${KEY}, ${OF_A_PLACE}, line_id text collate "C" not null, changed_at timestamptz(3) not null,
    changed_by_name text not null, before jsonb, after jsonb, stranded bigint not null, follows text collate "C")`,
  sql`create trigger hours_changes_append_only before update or delete on hours_changes for each row execute function refuse_change()`,
  // What is cancelled leaves its time to others; a held time that nobody confirmed is cancelled by whoever books it next, which
  // is why the constraint is asked at the end of a statement.
  sql`create table appointments (${KEY}, ${OF_A_PLACE}, service_ids jsonb not null, persons bigint not null, channel text not null,
    resource_id text collate "C", starts_at timestamptz(3) not null, ends_at timestamptz(3) not null,
    occupied_from timestamptz(3) not null, occupied_until timestamptz(3) not null, name text not null, email text, phone text,
    note text not null, priority bigint not null, ticket text, sequence bigint not null, held_until timestamptz(3),
    created_at timestamptz(3) not null, created_by_name text, status text not null, waiting_since timestamptz(3),
    called_at timestamptz(3), call_count bigint not null, counter_id text collate "C", served_by text, served_by_name text,
    serving_since timestamptz(3), ended_at timestamptz(3), stays jsonb not null, sent_on jsonb, before jsonb, stepped_at timestamptz(3),
    during tstzrange not null generated always as (tstzrange(occupied_from, occupied_until, '[)')) stored,
    foreign key (town_id, resource_id) references resources (town_id, id),
    constraint appointments_in_order check (occupied_from <= starts_at and starts_at < ends_at and ends_at <= occupied_until),
    constraint appointments_no_overlap exclude using gist (town_id with =, resource_id with =, during with &&)
      where (resource_id is not null and status <> 'cancelled') deferrable initially immediate)`,
  // The last number that was called out at a place on a day: one row per day, so that no number is given twice.
  sql`create table ticket_counters (town_id text collate "C" not null, place_id text collate "C" not null, day text collate "C" not null,
    last_number bigint not null, primary key (town_id, place_id, day), foreign key (town_id, place_id) references places (town_id, id))`,
  // How often somebody took back the address under which a calendar program reads a place; the address itself is not kept.
  sql`create table calendar_feeds (town_id text collate "C" not null, account_id text collate "C" not null, place_id text collate "C" not null,
    renewals bigint not null, primary key (town_id, account_id, place_id), foreign key (town_id, place_id) references places (town_id, id))`,
  // The same for the address of the display in the lobby.
  sql`create table display_addresses (town_id text collate "C" not null, place_id text collate "C" not null,
    renewals bigint not null, primary key (town_id, place_id), foreign key (town_id, place_id) references places (town_id, id))`,
  // From where a time is held that nobody confirmed yet, so that nobody holds many; sealed, and gone with the hold.
  sql`create table open_holds (town_id text collate "C" not null, appointment_id text collate "C" not null, holder text collate "C" not null,
    primary key (town_id, appointment_id), foreign key (town_id, appointment_id) references appointments (town_id, id) on delete cascade)`,
] as const

const NAMES = ['places', 'resources', 'appointment_services', 'opening_hours', 'hours_changes', 'appointments'] as const

const INDEXES = [
  ...NAMES.map(name => sql`create index ${sql.raw(`${name}_scope`)} on ${sql.raw(name)} (town_id, scope, id)`),
  // With what a search for free times reads, so that it need not touch the rows.
  sql`create index appointments_of_place on appointments (town_id, place_id, starts_at)
    include (resource_id, occupied_from, occupied_until, status, held_until, id)`,
  sql`create index open_holds_of_holder on open_holds (town_id, holder)`,
]
