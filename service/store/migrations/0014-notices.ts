import { sql, type Kysely } from 'kysely'

/** Mass notices: their kinds, the runs, every single notice, and what was handed to the print centre under which name. */
export const notices = {
  name: '0014-notices',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

const NAMES = ['notice_kinds', 'notice_runs', 'notices'] as const

const STATEMENTS = [
  sql`create table notice_kinds (${KEY}, title text not null, template_id text collate "C" not null, rule_set_id text collate "C" not null, mapping jsonb not null, is_color boolean not null,
    is_duplex boolean not null, cooling_minutes bigint not null, active boolean not null)`,
  // A second person, and exactly what was given to them: held here too, whatever a program may do.
  sql`create table notice_runs (${KEY}, kind_id text collate "C" not null, title text not null, created_at timestamptz(3) not null, authors jsonb not null, source jsonb not null,
    expected jsonb not null, added bigint not null, submitted jsonb, checked jsonb, returned jsonb, released jsonb, paused jsonb, cancelled jsonb, tally jsonb not null,
    handed_over_at timestamptz(3), foreign key (town_id, kind_id) references notice_kinds (town_id, id),
    constraint notice_runs_two_persons check (released is null or jsonb_typeof(released) <> 'object' or (jsonb_typeof(submitted) = 'object'
      and not (authors @> jsonb_build_array(jsonb_build_object('personId', released -> 'byPersonId'))) and submitted -> 'byPersonId' <> released -> 'byPersonId')),
    constraint notice_runs_as_submitted check (released is null or jsonb_typeof(released) <> 'object'
      or (submitted -> 'contentHash' = released -> 'contentHash' and checked -> 'contentHash' = released -> 'contentHash')))`,
  sql`create table notices (${KEY}, run_id text collate "C" not null, number bigint not null, content jsonb not null, content_hash text not null, left_out jsonb, checked jsonb, sent jsonb,
    facts jsonb not null, foreign key (town_id, run_id) references notice_runs (town_id, id), unique (town_id, run_id, number))`,
  // What has been handed over was said: it never says anything else.
  sql`create function refuse_notice_change() returns trigger language plpgsql as $$
  begin
    if jsonb_typeof(old.sent) = 'object' and old.sent ->> 'handedOverAt' is not null and (old.content <> new.content or old.run_id <> new.run_id or jsonb_typeof(new.sent) is distinct from 'object') then
      raise exception 'what a notice says is final once it was handed over' using errcode = 'check_violation', constraint = 'notices_final';
    end if;
    return new;
  end $$`,
  sql`create trigger notices_final before update on notices for each row execute function refuse_notice_change()`,
  // One row per attempt and notice, written before anything is sent: whether the print centre has it is asked under this name before it is sent again.
  sql`create table notice_letters (town_id text collate "C" not null, notice_id text collate "C" not null, attempt bigint not null, run_id text collate "C" not null,
    state text not null, letter_id text, sha256 text, begun_at timestamptz(3), handed_over_at timestamptz(3), asked_at timestamptz(3), status bigint, problem text,
    primary key (town_id, notice_id, attempt), foreign key (town_id, notice_id) references notices (town_id, id))`,
  sql`create index notice_letters_open on notice_letters (town_id, run_id, state)`,
  sql`create index notice_letters_asked on notice_letters (town_id, asked_at) where state = 'handed-over'`,
  // What was found in the finished letters, so that a check that was broken off goes on where it was.
  sql`create table notice_checks (town_id text collate "C" not null, notice_id text collate "C" not null, run_id text collate "C" not null, content_hash text not null,
    pages bigint not null, problems jsonb not null, sha256 text not null, primary key (town_id, notice_id), foreign key (town_id, notice_id) references notices (town_id, id))`,
  sql`create index notice_checks_run on notice_checks (town_id, run_id, content_hash)`,
  // Which process checks, sends and asks now: one each.
  sql`create table notice_duties (town_id text collate "C" not null references towns (id), duty text not null, holder text not null, until timestamptz(3) not null, primary key (town_id, duty))`,
  ...NAMES.map(name => sql`create index ${sql.raw(`${name}_scope`)} on ${sql.raw(name)} (town_id, scope, id)`),
]
