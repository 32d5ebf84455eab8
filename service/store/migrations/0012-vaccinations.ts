import { sql, type Kysely } from 'kysely'

/** Vaccinations: catalogue, rules, sessions, people's way through them, what was documented, recalls and suspected side effects. */
export const vaccinations = {
  name: '0012-vaccinations',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

const NAMES = ['vaccines', 'vaccine_batches', 'vaccination_rules', 'vaccination_sessions', 'vaccination_visits', 'vaccinations', 'vaccination_recalls', 'recall_contacts', 'side_effects'] as const

const STATEMENTS = [
  sql`create table vaccines (${KEY}, name text not null, manufacturer text not null, snomed text not null, atc text not null, pzns jsonb not null, gtins jsonb not null,
    diseases jsonb not null, is_live boolean not null, observe_minutes bigint not null, active boolean not null)`,
  sql`create table vaccine_batches (${KEY}, vaccine_id text collate "C" not null, lot text not null, expires_on text not null, blocked_reason text, blocked_at timestamptz(3),
    added_at timestamptz(3) not null, added_by_name text not null, foreign key (town_id, vaccine_id) references vaccines (town_id, id))`,
  sql`create table vaccination_rules (${KEY}, schedules jsonb not null, spacing jsonb not null)`,
  sql`create table vaccination_sessions (${KEY}, place_id text collate "C" not null, title text not null, day text not null, start_time text not null, end_time text not null,
    opening_hours_id text collate "C" not null, service_ids jsonb not null, resource_ids jsonb not null, responsible jsonb not null, team jsonb not null, vaccine_ids jsonb not null,
    from_age bigint, groups text not null, stock jsonb not null, stand_by jsonb not null, ticket_key text not null, status text not null, closed_at timestamptz(3),
    foreign key (town_id, place_id) references places (town_id, id))`,
  sql`create table vaccination_visits (${KEY}, session_id text collate "C" not null, appointment_id text collate "C", vaccinee_id text collate "C", person jsonb not null,
    checked_in jsonb not null, history jsonb not null, answers jsonb, answered jsonb, verdict jsonb, consent jsonb, vaccination_id text collate "C",
    vaccinated_at timestamptz(3), observe_until timestamptz(3), observation jsonb, departed jsonb, twin_id text collate "C",
    foreign key (town_id, session_id) references vaccination_sessions (town_id, id))`,
  sql`create table vaccinations (${KEY}, session_id text collate "C" not null, visit_id text collate "C" not null, vaccinee_id text collate "C" not null, person jsonb not null,
    day text collate "C" not null, at timestamptz(3) not null, vaccine_id text collate "C" not null, vaccine_name text not null, manufacturer text not null,
    lot text collate "C" not null, expires_on text not null, diseases jsonb not null, doses jsonb not null, site text not null, responsible jsonb not null, vaccinator_name text not null,
    against_rule text, next_doses jsonb not null, confirmation jsonb not null, number text not null, documented_at timestamptz(3) not null, seal text not null, replaces_id text collate "C", replaced_by_id text collate "C",
    reason text, is_void boolean not null, twin_id text collate "C")`,
  sql`create table vaccination_recalls (${KEY}, vaccine_id text collate "C" not null, vaccine_name text not null, lot text not null, reason text not null,
    opened_at timestamptz(3) not null, opened_by_name text not null, closed_at timestamptz(3), closed_by_name text)`,
  sql`create table recall_contacts (${KEY}, recall_id text collate "C" not null, vaccination_id text collate "C" not null, state text not null, note text not null,
    at timestamptz(3) not null, by_name text not null, foreign key (town_id, recall_id) references vaccination_recalls (town_id, id))`,
  sql`create table side_effects (${KEY}, vaccination_id text collate "C" not null, description text not null, onset_at timestamptz(3) not null, suspected_at timestamptz(3) not null,
    due_at timestamptz(3) not null, reported_at timestamptz(3), reported_by_name text, reported_to text not null)`,
  // After how many days a second appointment belongs.
  sql`alter table appointment_services add column follow_up jsonb`,
  // The last number of a documentation in a year.
  sql`create table vaccination_counters (town_id text collate "C" not null references towns (id), year text collate "C" not null, last_number bigint not null, primary key (town_id, year))`,
  // What certificates are sealed with; of a key that no longer signs the open half stays, so that older ones can be checked.
  sql`create table vaccination_keys (town_id text collate "C" not null references towns (id), kid text collate "C" not null, public_key jsonb not null, private_key jsonb,
    made_at timestamptz(3) not null, primary key (town_id, kid))`,
  sql`create unique index vaccination_keys_signing on vaccination_keys (town_id) where private_key is not null`,
  // Sessions that somebody fetched back from the archive, and until when.
  sql`create table vaccination_returns (town_id text collate "C" not null references towns (id), session_id text collate "C" not null, until timestamptz(3) not null, primary key (town_id, session_id))`,
  // What is kept for longer than the law asks for: proposed by one person, released by another, and then deleted.
  sql`create table vaccination_deletions (town_id text collate "C" not null references towns (id), id uuid not null, scope text collate "C" not null, before_day text collate "C" not null,
    fingerprint text not null, doses bigint not null, proposed_at timestamptz(3) not null, proposed_by text collate "C" not null, proposed_by_name text not null,
    released_at timestamptz(3), released_by text collate "C", released_by_name text, deleted bigint not null default 0, ended_at timestamptz(3), primary key (town_id, id),
    constraint vaccination_deletions_four_eyes check (released_by is null or released_by <> proposed_by))`,
  sql`create unique index vaccination_deletions_open on vaccination_deletions (town_id, scope) where released_at is null`,
  // Who read or gave out health data, and what for; the audit log keeps the ids of the same.
  sql`create table health_accesses (town_id text collate "C" not null references towns (id), id uuid not null, scope text collate "C" not null, at timestamptz(3) not null,
    person_id text collate "C" not null, kind text not null, purpose text not null, about text collate "C", primary key (town_id, id))`,
  sql`create index health_accesses_at on health_accesses (town_id, at)`,
  ...NAMES.map(name => sql`create index ${sql.raw(`${name}_scope`)} on ${sql.raw(name)} (town_id, scope, id)`),
  sql`create index vaccination_visits_of_person on vaccination_visits (town_id, vaccinee_id)`,
  sql`create index vaccination_visits_of_session on vaccination_visits (town_id, session_id)`,
  sql`create index vaccinations_of_person on vaccinations (town_id, vaccinee_id, day)`,
  sql`create index vaccinations_of_batch on vaccinations (town_id, vaccine_id, upper(lot), id)`,
  // One name however it is spelt: capitals, accents, hyphens and umlauts make no difference.
  sql`create function folded_name(name text) returns text language sql immutable parallel safe as $$
    select regexp_replace(lower(normalize(replace(replace(replace(replace(translate(name, 'ÄÖÜẞ', 'äöüß'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), nfkd)), '[^a-z0-9]', '', 'g') $$`,
  sql`create index vaccinations_by_name on vaccinations (town_id, folded_name(person->>'familyName') text_pattern_ops)`,
  sql`create index vaccinations_by_birth_day on vaccinations (town_id, (person->>'birthDay'))`,
  sql`create index vaccinations_twins on vaccinations (town_id, twin_id) where twin_id is not null`,
  sql`create index vaccinations_of_session on vaccinations (town_id, session_id)`,
  sql`create index vaccinations_of_visit on vaccinations (town_id, visit_id)`,
  sql`create index vaccinations_by_number on vaccinations (town_id, number)`,
  sql`create index vaccinations_at on vaccinations (town_id, day)`,
  sql`create index recall_contacts_of_vaccination on recall_contacts (town_id, vaccination_id)`,
  sql`create index side_effects_of_vaccination on side_effects (town_id, vaccination_id)`,
  sql`create index recall_contacts_of_recall on recall_contacts (town_id, recall_id)`,
] as const
