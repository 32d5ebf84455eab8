import { sql, type Kysely } from 'kysely'

/** What finds entries of the audit log by person, record, action and time; signed heads, verifications and exports; and what citizens asked the data protection officer. */
export const audit = {
  name: '0024-audit',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const AT = sql.raw(`((entry::json ->> 'at') collate "C")`)

/** As canonical JSON has it: no blank, and a quotation mark inside of a text is masked. */
const OF_HEALTH = [
  '"action":"vaccinations.', '"action":"privacy.health-deleted"',
  ...['vaccines', 'vaccine_batches', 'vaccination_rules', 'vaccination_sessions', 'vaccination_visits', 'vaccinations', 'vaccination_recalls', 'recall_contacts', 'side_effects'].map(table => `"table":"${table}"`),
]

const STATEMENTS = [
  // Every id that an entry names: its records, and what it is about (`table/id` and `id channel` are two each).
  // A loop: a query inside would be set up anew for every entry, in the moment in which all who write wait for each other.
  sql`create function audit_record_ids(entry text) returns text[] language plpgsql immutable parallel safe as $$
    declare
      said constant jsonb := entry::jsonb;
      ids text[] := array_remove(string_to_array(translate(coalesce(said ->> 'about', ''), '/', ' '), ' '), '');
      record jsonb;
    begin
      for record in select jsonb_array_elements(said -> 'records') loop
        ids := ids || (record ->> 'id');
      end loop;
      return ids;
    end
  $$`,
  sql`create index audit_log_at on audit_log (town_id, ${AT}, audit_position)`,
  sql`create index audit_log_person on audit_log (town_id, ((entry::json ->> 'personId') collate "C"), ${AT}, audit_position)`,
  sql`create index audit_log_action on audit_log (town_id, ((entry::json ->> 'action') collate "C"), ${AT}, audit_position)`,
  // Few among many: who read health data is found without walking past everything else. In the very words of service/audit/conditions.ts.
  sql`create index audit_log_health on audit_log (town_id, ${AT}, audit_position) where ${sql.raw(OF_HEALTH.map(words => `strpos(entry, '${words}') > 0`).join(' or '))}`,
  // Written at once: a list that is sorted in now and then would hold up whoever commits just then.
  sql`create index audit_log_records on audit_log using gin (audit_record_ids(entry)) with (fastupdate = off)`,
  sql`create table audit_keys (
    town_id text collate "C" not null references towns (id),
    kid text collate "C" not null,
    public_key jsonb not null,
    private_key jsonb,
    made_at timestamptz(3) not null,
    primary key (town_id, kid)
  )`,
  sql`create unique index audit_keys_signing on audit_keys (town_id) where private_key is not null`,
  sql`create table audit_verifications (
    town_id text collate "C" not null references towns (id),
    id uuid not null,
    by_name text not null,
    begun_at timestamptz(3) not null,
    seen_at timestamptz(3) not null,
    done bigint not null default 0,
    total bigint not null default 0,
    ended_at timestamptz(3),
    outcome text,
    primary key (town_id, id)
  )`,
  // `outcome` as the nightly task writes it: intact with count and hash, or tampered with the position.
  sql`create index audit_verifications_begun on audit_verifications (town_id, begun_at)`,
  sql`create table audit_exports (
    town_id text collate "C" not null references towns (id),
    id uuid not null,
    by_name text not null,
    at timestamptz(3) not null,
    reason text not null,
    entries bigint not null,
    primary key (town_id, id)
  )`,
  sql`create table privacy_requests (
    town_id text collate "C" not null references towns (id),
    id uuid not null,
    kind text not null check (kind in ('information', 'correction', 'erasure', 'restriction', 'portability', 'objection')),
    name text collate de_sort not null,
    person_id text collate "C",
    note text not null,
    received_on text collate "C" not null,
    due_on text collate "C" not null,
    recorded_at timestamptz(3) not null,
    recorded_by text not null,
    extension_reason text,
    answered_on text collate "C",
    outcome text check (outcome in ('granted', 'partly', 'refused', 'withdrawn')),
    answer text,
    primary key (town_id, id),
    check ((answered_on is null) = (outcome is null))
  )`,
  sql`create index privacy_requests_due on privacy_requests (town_id, due_on)`,
  sql`create index privacy_requests_person on privacy_requests (town_id, person_id) where person_id is not null`,
] as const
