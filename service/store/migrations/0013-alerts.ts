import { sql, type Kysely } from 'kysely'

/** Messages to the public: topics, ready words, the messages, official warnings; who subscribed, and what became of each delivery. */
export const alerts = {
  name: '0013-alerts',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

const NAMES = ['alert_settings', 'alert_topics', 'alert_templates', 'alerts', 'official_warnings'] as const

const STATEMENTS = [
  sql`create table alert_settings (${KEY}, sender text not null, sender_name text not null, region_code text not null, localities jsonb not null, training_addresses jsonb not null,
    escalate_minutes bigint not null, officer_addresses jsonb not null, lead_addresses jsonb not null)`,
  sql`create table alert_topics (${KEY}, department_id text collate "C" not null, kind text not null, name jsonb not null, description jsonb not null, channels jsonb not null,
    position bigint not null, active boolean not null, foreign key (town_id, department_id) references departments (town_id, id))`,
  sql`create table alert_templates (${KEY}, name text not null, topic_id text collate "C" not null, event text not null, category text not null, severity text not null,
    minutes bigint not null, wordings jsonb not null, all_clear jsonb not null, is_one_click boolean not null, position bigint not null, active boolean not null,
    foreign key (town_id, topic_id) references alert_topics (town_id, id))`,
  // A second person, or the recorded emergency path: held here too, whatever a program may do.
  sql`create table alerts (${KEY}, mode text not null, kind text not null, earlier jsonb not null, content jsonb not null, created_at timestamptz(3) not null, authors jsonb not null,
    submitted jsonb, wished jsonb, judged jsonb, withdrawn jsonb, released jsonb, stopped jsonb, ended_by_id text collate "C",
    constraint alerts_two_persons check (released is null or jsonb_typeof(released) <> 'object' or jsonb_typeof(released -> 'emergency') = 'object'
      or (jsonb_typeof(submitted) = 'object' and not (authors @> jsonb_build_array(jsonb_build_object('personId', released -> 'byPersonId'))) and submitted -> 'byPersonId' <> released -> 'byPersonId')),
    constraint alerts_as_approved check (released is null or jsonb_typeof(released) <> 'object' or jsonb_typeof(released -> 'emergency') = 'object'
      or submitted -> 'contentHash' = released -> 'contentHash'),
    constraint alerts_alone_recorded check (released is null or jsonb_typeof(released -> 'emergency') is distinct from 'object'
      or (length(trim(released -> 'emergency' ->> 'reason')) >= 3 and (jsonb_typeof(released -> 'emergency' -> 'reviewed') is distinct from 'object'
        or (released -> 'emergency' -> 'reviewed' -> 'byPersonId' <> released -> 'byPersonId'
          and not (authors @> jsonb_build_array(jsonb_build_object('personId', released -> 'emergency' -> 'reviewed' -> 'byPersonId'))))))))`,
  // What has gone out was said: neither its words nor who released it change any more, and what is a drill stays one.
  sql`create function refuse_alert_change() returns trigger language plpgsql as $$
  begin
    if jsonb_typeof(old.released) is distinct from 'object' and old.mode = new.mode and old.kind = new.kind then return new; end if;
    if old.mode = new.mode and old.kind = new.kind and jsonb_typeof(new.released) = 'object' and old.content = new.content and old.authors = new.authors and old.earlier = new.earlier then
      if old.released #- '{emergency,reviewed}' = new.released #- '{emergency,reviewed}' and (jsonb_typeof(old.stopped) is distinct from 'object' or old.stopped = new.stopped)
        and (old.ended_by_id is null or old.ended_by_id = new.ended_by_id) then return new; end if;
    end if;
    raise exception 'what a message says is final once it was released, and from its beginning whether it is a drill' using errcode = 'check_violation', constraint = 'alerts_final';
  end $$`,
  sql`create trigger alerts_final before update on alerts for each row execute function refuse_alert_change()`,
  sql`create table official_warnings (${KEY}, source text not null, identifier text not null, sender_name text not null, sent_at timestamptz(3) not null, received_at timestamptz(3) not null,
    ends_at timestamptz(3), event text not null, severity text not null, headline text not null, text text not null, instruction text not null, area_names jsonb not null,
    is_test boolean not null, is_all_clear boolean not null, acknowledged jsonb, escalated_at timestamptz(3))`,
  // A drill reaches only those who were entered for drills, and a warning nobody of them: the keys carry the mode, whatever a program may do.
  sql`alter table alerts add constraint alerts_mode unique (town_id, id, mode)`,
  sql`create table subscribers (town_id text collate "C" not null references towns (id), id uuid not null, mode text not null, channel text not null, address text not null,
    language text not null, topic_ids text[] not null, localities text[] not null, state text not null, created_at timestamptz(3) not null, confirmed_at timestamptz(3),
    ended_at timestamptz(3), bounces bigint not null default 0, bounced_at timestamptz(3),
    passing_bounces bigint not null default 0, passing_bounced_at timestamptz(3), primary key (town_id, id), unique (town_id, id, mode))`,
  sql`create unique index subscribers_of_address on subscribers (town_id, mode, channel, lower(address)) where state in ('unconfirmed', 'active')`,
  // All names that lead into one mailbox: `kerstin+town@…` is kerstin's.
  sql`create index subscribers_asked on subscribers (town_id, (regexp_replace(lower(address), '\\+[^@]*@', '@'))) where state = 'unconfirmed'`,
  sql`create index subscribers_active on subscribers (town_id, mode, channel, id) where state = 'active'`,
  sql`create table alert_sendings (town_id text collate "C" not null, alert_id text collate "C" not null, mode text not null, channel text not null, priority bigint not null,
    state text not null, spread_after uuid, is_spread boolean not null, begun_at timestamptz(3) not null, expires_at timestamptz(3) not null, read_back text,
    primary key (town_id, alert_id, channel), foreign key (town_id, alert_id, mode) references alerts (town_id, id, mode))`,
  sql`create index alert_sendings_open on alert_sendings (town_id, priority desc, begun_at) where state = 'open'`,
  sql`create table alert_deliveries (town_id text collate "C" not null, alert_id text collate "C" not null, channel text not null, subscriber_id uuid not null, mode text not null,
    state text not null, attempts bigint not null, next_at timestamptz(3) not null, settled_at timestamptz(3), reason text,
    primary key (town_id, alert_id, channel, subscriber_id), foreign key (town_id, alert_id, mode) references alerts (town_id, id, mode),
    foreign key (town_id, subscriber_id, mode) references subscribers (town_id, id, mode) on delete cascade)`,
  sql`create index alert_deliveries_waiting on alert_deliveries (town_id, alert_id, channel, next_at) where state = 'waiting'`,
  // Who is deleted takes their deliveries along, and a report on an e-mail that did not arrive asks for theirs alone.
  sql`create index alert_deliveries_of_subscriber on alert_deliveries (town_id, subscriber_id)`,
  // What stays of deliveries when they are deleted: nobody's name or address, and no id of a person.
  sql`create table alert_tallies (town_id text collate "C" not null, alert_id text collate "C" not null, channel text not null, state text not null, reason text, people bigint not null,
    first_at timestamptz(3), last_at timestamptz(3), unique nulls not distinct (town_id, alert_id, channel, state, reason), foreign key (town_id, alert_id) references alerts (town_id, id))`,
  // Where official warnings come from, and how that went last; what a later warning has ended, also where the earlier one comes after it.
  sql`create table warning_sources (town_id text collate "C" not null references towns (id), address text not null, asked_at timestamptz(3) not null, answered_at timestamptz(3),
    problem text, etag text, listed text[] not null default '{}', primary key (town_id, address))`,
  sql`create table official_warning_ends (town_id text collate "C" not null references towns (id), warning_id text collate "C" not null, is_test boolean not null,
    ended_at timestamptz(3) not null, primary key (town_id, warning_id, is_test))`,
  // What feeds are signed with, drills by a key of their own; of a key that no longer signs the open half stays.
  sql`create table alert_keys (town_id text collate "C" not null references towns (id), mode text not null, kid text collate "C" not null, public_key jsonb not null, private_key jsonb,
    made_at timestamptz(3) not null, primary key (town_id, kid))`,
  sql`create unique index alert_keys_signing on alert_keys (town_id, mode) where private_key is not null`,
  // By what services of browsers know the town: one for ever, browsers subscribe with it.
  sql`create table push_keys (town_id text collate "C" primary key references towns (id), private_key jsonb not null, made_at timestamptz(3) not null)`,
  ...NAMES.map(name => sql`create index ${sql.raw(`${name}_scope`)} on ${sql.raw(name)} (town_id, scope, id)`),
]
