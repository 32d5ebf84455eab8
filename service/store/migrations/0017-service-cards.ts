import { sql, type Kysely } from 'kysely'

/** Service ID cards: who gives them out, photos, cards, the numbers given and the keys by which a town signs them. */
export const serviceCards = {
  name: '0017-service-cards',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

const STATEMENTS = [
  sql`create table card_organisations (${KEY}, name text not null, prefix text not null, colour text not null, units jsonb not null, ranks jsonb not null,
    authority text not null, valid_years bigint not null, remind_days bigint not null, list_days bigint not null, photo_days bigint not null,
    keep_years bigint not null, position bigint not null, active boolean not null)`,
  sql`create table card_photos (${KEY}, picture text not null, added_at timestamptz(3) not null, added_by_name text not null)`,
  sql`create table service_cards (${KEY}, organisation_id text collate "C" not null, holder_id text collate "C" not null, unit_id text collate "C" not null,
    family_name text not null, given_name text not null, rank text not null, duty text not null, authority text not null,
    valid_from text collate "C" not null, valid_until text collate "C" not null, unit_name text not null, photo_id text collate "C", number text collate "C" not null,
    status text not null, authors jsonb not null, requested_at timestamptz(3) not null, requested_by_name text not null, decided_at timestamptz(3),
    decided_by_name text, reason text, issued_at timestamptz(3), issued_by_name text, handed_over_at timestamptz(3), handed_over_by_name text, blocked jsonb,
    ended_at timestamptz(3), renews_id text collate "C", renewed_by_id text collate "C", token text not null,
    foreign key (town_id, organisation_id) references card_organisations (town_id, id),
    constraint service_cards_signed check ((number = '') = (status in ('requested', 'approved', 'refused', 'withdrawn'))))`,
  // A number is given once and never again.
  sql`create unique index service_cards_number on service_cards (town_id, number) where number <> ''`,
  // The last number of an organisation's cards in a year.
  sql`create table card_number_counters (town_id text collate "C" not null references towns (id), prefix text collate "C" not null, year text collate "C" not null,
    last_number bigint not null, primary key (town_id, prefix, year))`,
  // Of a key that signs no more only the open half stays.
  sql`create table card_keys (town_id text collate "C" not null references towns (id), kid text collate "C" not null, public_key jsonb not null, private_key jsonb,
    made_at timestamptz(3) not null, primary key (town_id, kid))`,
  sql`create unique index card_keys_in_use on card_keys (town_id) where private_key is not null`,
  sql`create index card_organisations_scope on card_organisations (town_id, scope, id)`,
  sql`create index card_photos_scope on card_photos (town_id, scope, id)`,
  sql`create index service_cards_scope on service_cards (town_id, scope, id)`,
  sql`create index service_cards_ended on service_cards (town_id, status, valid_until)`,
] as const
