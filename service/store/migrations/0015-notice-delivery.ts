import { sql, type Kysely } from 'kysely'

/** The ways of a notice beside the print centre, what people agreed to, the laws as the town keeps them, and paragraphs that templates share. */
export const noticeDelivery = {
  name: '0015-notice-delivery',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

const KEY = sql.raw(`town_id text collate "C" not null references towns (id),
  id text collate "C" not null, scope text collate "C" not null, version bigint not null, primary key (town_id, id)`)

const NAMES = ['mailbox_consents', 'notice_rule_sets', 'text_blocks'] as const

const STATEMENTS = [
  sql`alter table notice_kinds add column for_all jsonb not null default '{}', add column hold_days bigint not null default 0, add column offers_mailbox boolean not null default false, add column retention_years bigint not null default 10`,
  sql`alter table notice_runs add column booked jsonb`,
  sql`update notice_runs set tally = jsonb_build_object('provided', 0, 'retrieved', 0, 'toPrint', 0, 'printed', 0) || tally`,
  sql`update notice_runs set checked = jsonb_build_object('byChannel', jsonb_build_object('post', checked -> 'letters', 'mailbox', 0, 'here', 0)) || checked where jsonb_typeof(checked) = 'object'`,
  sql`update notice_runs r set submitted = jsonb_set(submitted, '{paper}', jsonb_build_object('isColor', k.is_color, 'isDuplex', k.is_duplex, 'holdDays', 0) || (submitted -> 'paper'))
    from notice_kinds k where k.town_id = r.town_id and k.id = r.kind_id and jsonb_typeof(submitted) = 'object'`,
  sql`alter table notices add column way jsonb not null default '{"channel": "by-consent", "registered": null}', add column replaces text collate "C"`,
  sql`create index notices_replaces on notices (town_id, replaces) where replaces is not null`,
  sql`update notices set sent = jsonb_build_object('channel', 'post', 'track', null) || sent where jsonb_typeof(sent) = 'object'`,
  sql`update notices set checked = jsonb_build_object('channel', 'post') || checked where jsonb_typeof(checked) = 'object'`,
  sql`create table mailbox_consents (${KEY}, kind_id text collate "C" not null, reference text not null, name text not null, email text not null, given_at timestamptz(3) not null, how text not null,
    entered_by_name text, withdrawn_at timestamptz(3), email_failed_at timestamptz(3), foreign key (town_id, kind_id) references notice_kinds (town_id, id))`,
  sql`create index mailbox_consents_reference on mailbox_consents (town_id, kind_id, reference) where withdrawn_at is null and email_failed_at is null`,
  sql`create table notice_rule_sets (${KEY}, title text not null, versions jsonb not null, changed_at timestamptz(3), changed_by_name text)`,
  sql`create table text_blocks (${KEY}, title text not null, paragraphs jsonb not null, block_version bigint not null, earlier jsonb not null, active boolean not null,
    published_at timestamptz(3), published_by text, published_by_name text)`,
  // Pictures of signatures by their hash: what was approved with one is set with it.
  sql`create table facsimiles (town_id text collate "C" not null references towns (id), sha256 text collate "C" not null, bytes bytea not null, primary key (town_id, sha256))`,
  // The files as they were checked, until they have gone: nothing is set a second time.
  sql`create table notice_files (town_id text collate "C" not null, notice_id text collate "C" not null, rendition text not null, content_hash text not null, sha256 text not null, bytes bytea not null,
    primary key (town_id, notice_id, rendition), foreign key (town_id, notice_id) references notices (town_id, id))`,
  sql`alter table notice_checks add column account_sha256 text not null default ''`,
  // Of letters that are tracked the post is asked after they were posted, too.
  sql`alter table notice_letters add column registered text`,
  sql`create index notice_letters_tracked on notice_letters (town_id, asked_at) where state = 'dispatched' and registered is not null`,
  // Who asked for a mailbox and has not confirmed it yet.
  sql`create table consent_requests (town_id text collate "C" not null references towns (id), id text collate "C" not null, kind_id text collate "C" not null, reference text not null, name text not null,
    email text not null, language text not null, asked_at timestamptz(3) not null, primary key (town_id, id))`,
  sql`create index consent_requests_email on consent_requests (town_id, lower(email), asked_at)`,
  // The way into a mailbox of notices, known by its hash alone; it stands before the agreement does, which is confirmed with it.
  sql`create table consent_keys (town_id text collate "C" not null references towns (id), key_hash text not null, consent_id text collate "C" not null, created_at timestamptz(3) not null,
    primary key (town_id, key_hash))`,
  // The proof of what lay in whose mailbox since when, of the word that it does, and of its being opened.
  sql`create table notice_provisions (town_id text collate "C" not null, notice_id text collate "C" not null, attempt bigint not null, consent_id text collate "C" not null, sha256 text not null, bytes bytea not null,
    provided_at timestamptz(3) not null, open_until text, told_at timestamptz(3), retrieved_at timestamptz(3), ended_at timestamptz(3), primary key (town_id, notice_id, attempt),
    foreign key (town_id, notice_id) references notices (town_id, id) on delete cascade, foreign key (town_id, consent_id) references mailbox_consents (town_id, id))`,
  sql`create index notice_provisions_consent on notice_provisions (town_id, consent_id)`,
  sql`create index notice_provisions_open on notice_provisions (town_id, provided_at) where retrieved_at is null and ended_at is null`,
  // What lay in a mailbox and was not fetched goes by post: it waits once more, and still says the same.
  sql`create or replace function refuse_notice_change() returns trigger language plpgsql as $$
  begin
    if jsonb_typeof(old.sent) = 'object' and old.sent ->> 'handedOverAt' is not null and (old.content <> new.content or old.run_id <> new.run_id
      or (jsonb_typeof(new.sent) is distinct from 'object' and old.sent ->> 'state' <> 'provided')) then
      raise exception 'what a notice says is final once it was handed over' using errcode = 'check_violation', constraint = 'notices_final';
    end if;
    return new;
  end $$`,
  // Who opened which notice: asked for without walking through the whole log.
  sql`create index audit_log_notice_views on audit_log (town_id, audit_position) where entry like '%"action":"notices.view%'`,
  ...NAMES.map(name => sql`create index ${sql.raw(`${name}_scope`)} on ${sql.raw(name)} (town_id, scope, id)`),
]
