import { sql, type Kysely } from 'kysely'

/** Rooms and village community houses that are let, and their bookings. No house has two approved bookings at one time. */
export const halls = {
  name: '0011-halls',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

const STATEMENTS = [
  sql`create table halls (${KEY}, name text not null, locality text not null, address text not null, capacity bigint not null, equipment jsonb not null,
    description text not null, minutes_before bigint not null, minutes_after bigint not null, prices jsonb not null, deposit_cents bigint not null,
    key_place text not null, house_rules text not null, withdrawal text not null, keep_years bigint not null, position bigint not null, active boolean not null)`,
  // What is only asked for takes no time from others; what is refused or cancelled gives it back.
  sql`create table hall_bookings (${KEY}, hall_id text collate "C" not null, series_id text collate "C", starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null, occupied_from timestamptz(3) not null, occupied_until timestamptz(3) not null, purpose text not null,
    persons bigint not null, tenant jsonb not null, channel text not null, status text not null, prices jsonb not null,
    deposit_cents bigint not null, price_reason text, note text not null, requested_at timestamptz(3) not null, requested_by_name text,
    decided_at timestamptz(3), decided_by_name text, reason text, contract_number text, contracted_at timestamptz(3), contract jsonb,
    contract_version bigint not null, corrections jsonb not null,
    key_out jsonb, key_back jsonb,
    during tstzrange not null generated always as (tstzrange(occupied_from, occupied_until, '[)')) stored,
    foreign key (town_id, hall_id) references halls (town_id, id),
    constraint hall_bookings_in_order check (occupied_from <= starts_at and starts_at < ends_at and ends_at <= occupied_until),
    constraint hall_bookings_no_overlap exclude using gist (town_id with =, hall_id with =, during with &&)
      where (status in ('approved', 'contracted', 'handed-over', 'returned')) deferrable initially immediate)`,
  // The last number of a contract in a year.
  sql`create table hall_contract_counters (town_id text collate "C" not null references towns (id), year text collate "C" not null,
    last_number bigint not null, primary key (town_id, year))`,
  sql`create index halls_scope on halls (town_id, scope, id)`,
  sql`create index hall_bookings_scope on hall_bookings (town_id, scope, id)`,
  sql`create index hall_bookings_of_hall on hall_bookings (town_id, hall_id, starts_at)`,
  sql`create index hall_bookings_of_contract on hall_bookings (town_id, contract_number) where contract_number is not null`,
] as const
